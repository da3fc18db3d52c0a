import { type CodeVerdict, verifyCode } from "@quanheng/centres/article-numbering/products/verify-code.ts";
import { gs1Sentence } from "@quanheng/contract/messages/gs1.ts";
import { useState } from "react";
import { Page } from "../../components/Page.tsx";
import { ScanInput } from "../../components/scan/ScanInput.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { BatchCheck } from "./BatchCheck.tsx";

/** Checks codes on the reader's own machine: one while it is typed, or a file of them. */
export function CheckCodesPage() {
  const text = useText(numberingText);
  const [code, setCode] = useState("");
  return (
    <Page title={text("check.title")} lead={text("check.lead")}>
      <section className="panel stack">
        <ScanInput label={text("check.one")} value={code} onChange={setCode} maxLength={2000} />
        <div aria-live="polite">{code.trim() !== "" && <Verdict of={verifyCode(code)} />}</div>
      </section>
      <BatchCheck />
    </Page>
  );
}

function Verdict({ of: { ok, reading, problem, at = 0, right } }: { readonly of: CodeVerdict }) {
  const text = useText(numberingText);
  const { own } = useLanguage();
  if (ok) return <p>{text("check.good", { reading: reading ?? "" })}</p>;
  return (
    <>
      <p>{text("check.bad", { at: at + 1, problem: gs1Sentence({ code: problem ?? "" })[own] })}</p>
      {right && <p>{text("check.right", { right })}</p>}
    </>
  );
}
