import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { scannedAsset } from "@quanheng/formats/gs1/scanned-key.ts";
import { useState } from "react";
import { ScanInput } from "../../../components/scan/ScanInput.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { scanText } from "../../../i18n/scan.ts";

/** Whether the label in the hand is that of the sample of this test. */
export function CheckSample({ sample }: { readonly sample: NonNullable<TaskDetail["sample"]> }) {
  const text = useText(scanText);
  const [code, setCode] = useState("");
  const given = code.trim();
  const key = scannedAsset(given)?.value;
  const own = scannedAsset(sample.digitalLink)?.value;
  const isRight = given.toUpperCase() === sample.number || (key !== undefined && key === own);
  return (
    <details className="panel">
      <summary>{text("sample.check")}</summary>
      <div className="stack">
        <ScanInput label={text("sample.check")} value={code} onChange={setCode} maxLength={400} />
        <p role="status">
          {given.length >= 3 && text(isRight ? "sample.right" : "sample.other", { number: sample.number })}
        </p>
      </div>
    </details>
  );
}
