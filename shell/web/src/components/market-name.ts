import { describeLanguage, type Language, spoken } from "../i18n/languages.ts";

/** Markets that are no country. */
const ORGANISATIONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  CODEX: { zh: "国际食品法典", en: "Codex" },
  EU: { zh: "欧盟", en: "European Union" },
  GCC: { zh: "海湾合作委员会", en: "Gulf states (GCC)" },
  EAEU: { zh: "欧亚经济联盟", en: "Eurasian Economic Union" },
  ASEAN: { zh: "东盟", en: "ASEAN" },
  INTL: { zh: "国际", en: "International" },
};

/** English names that a trade document writes as the country itself does, where the browser's differ. @source ISO 3166-1 */
const OFFICIAL: Readonly<Record<string, string>> = { VN: "Viet Nam" };

/** The name of a market in the reader's language; a code that nobody knows is its own name. */
export function marketName(code: string, language: Language): string {
  const organisation = ORGANISATIONS[code];
  if (organisation) return organisation[spoken(language)];
  if (language === "en" && OFFICIAL[code]) return OFFICIAL[code];
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return (
    new Intl.DisplayNames([describeLanguage(language).intl], { type: "region", fallback: "code" }).of(code) ?? code
  );
}
