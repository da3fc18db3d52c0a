import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { chooseLanguage } from "../i18n/i18n.ts";
import { describeLanguage, isLanguage, LANGUAGES } from "../i18n/languages.ts";

/** The reader's language. A native list: it opens with a finger, a key and a screen reader alike. */
export function LanguageSwitch() {
  const text = useText(commonText);
  const { language } = useLanguage();
  return (
    <select
      className="quiet-select language-switch"
      aria-label={`${text("language")}: ${describeLanguage(language).name}`}
      value={language}
      onChange={(event) => {
        if (isLanguage(event.target.value)) void chooseLanguage(event.target.value);
      }}
    >
      {LANGUAGES.map(({ code, name, html }) => (
        <option key={code} value={code} lang={html}>
          {name}
        </option>
      ))}
    </select>
  );
}
