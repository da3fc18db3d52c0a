import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { useLanguage } from "../i18n/catalogue.ts";

/** A text in the reader's language; with `both` the other one follows, smaller, as on a document. */
export function BilingualText({ text, both = false }: { readonly text: Bilingual; readonly both?: boolean }) {
  const { own } = useLanguage();
  const other = own === "zh" ? "en" : "zh";
  return (
    <>
      <span lang={own === "zh" ? "zh-CN" : "en"}>{text[own] || text[other]}</span>
      {both && text[other] && text[other] !== text[own] && (
        <small className="quiet" lang={other === "zh" ? "zh-CN" : "en"} style={{ display: "block" }}>
          {text[other]}
        </small>
      )}
    </>
  );
}
