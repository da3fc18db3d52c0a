import { describeLanguage, type Language } from "../i18n/languages.ts";

/** A calendar day as people of the language write it. A text that is no day is shown as it is. */
export function dayText(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(describeLanguage(language).intl, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

/** An instant to the minute; in the reader's zone unless one is named. */
export function instantText(instant: string, language: Language, timeZone?: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return new Intl.DateTimeFormat(describeLanguage(language).intl, {
    dateStyle: "medium",
    timeStyle: "short",
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}
