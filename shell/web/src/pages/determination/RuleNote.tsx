import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";

/** The rule by which the verdicts beside it are given, for whoever wants to read it again. */
export function RuleNote({ sentence }: { readonly sentence: Bilingual }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return (
    <details>
      <summary>{text("contract.rule")}</summary>
      <p className="quiet">{sentence[own]}</p>
    </details>
  );
}
