import type { ViewText } from "@quanheng/formats/dcc/view/view.ts";
import { useLanguage } from "../../../i18n/catalogue.ts";

/** A text of a certificate in the reader's language; else in English, else in the first it has. */
export function useSaid(): (text: ViewText) => string {
  const { language, own } = useLanguage();
  return (text) => text[language] ?? text[own] ?? text["en"] ?? Object.values(text)[0] ?? "";
}
