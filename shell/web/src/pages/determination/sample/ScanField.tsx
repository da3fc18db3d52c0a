import { findSample } from "@quanheng/contract/routes/determination.ts";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { ScanInput } from "../../../components/scan/ScanInput.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to } from "../../../paths.ts";

/**
 * Takes what a hand scanner types: it ends with Enter, which opens the sample. What was not found stays selected, so that
 * the next scan replaces it.
 */
export function ScanField({ focusOnOpen = false }: { readonly focusOnOpen?: boolean }) {
  const text = useText(samplesText);
  const go = useNavigate();
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const find = useSend(findSample, { silent: true, onDone: ({ id }) => void go({ to: to.sample(id) }) });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const scanned = code.trim();
    setShort(scanned.length < 3);
    if (scanned.length < 3) return;
    event.currentTarget.querySelector("input")?.select();
    find.mutate({ query: { code: scanned } });
  };

  return (
    <form className="scan" onSubmit={send}>
      <ScanInput
        label={text("scan.field")}
        value={code}
        onChange={setCode}
        onScan={(sent) => find.mutate({ query: { code: sent } })}
        focusOnOpen={focusOnOpen}
        enterKeyHint="search"
        maxLength={400}
        problem={short && text("scan.short")}
      />
      <Button type="primary" htmlType="submit" loading={find.isPending}>
        {text("scan.find")}
      </Button>
      <ProblemAlert error={find.error} />
    </form>
  );
}
