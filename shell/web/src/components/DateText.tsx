import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { dayText, instantText } from "./date-text.ts";

/** A calendar day (`2026-11-25`): the same day for every reader, whatever the time zone. */
export function DayText({ day }: { readonly day: string | null }) {
  const text = useText(commonText);
  const { language } = useLanguage();
  return day ? (
    <time dateTime={day}>{dayText(day, language)}</time>
  ) : (
    <span className="quiet">{text("date.none")}</span>
  );
}

/** An instant in the reader's time zone, to the minute; the full instant with its offset is in the title. */
export function InstantText({ at }: { readonly at: string | null }) {
  const text = useText(commonText);
  const { language } = useLanguage();
  if (!at) return <span className="quiet">{text("date.none")}</span>;
  return (
    <time dateTime={at} title={at}>
      {instantText(at, language)}
    </time>
  );
}
