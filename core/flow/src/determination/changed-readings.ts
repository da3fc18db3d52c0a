import type { CsvReadings } from "./csv.ts";
import type { Flag } from "./method.ts";
import type { RawReadings } from "./read-readings.ts";

type Entered = { readonly readings: RawReadings; readonly environment: CsvReadings["environment"] };

/**
 * Names of what an instrument's file holds and the entry states otherwise, in the order of the file; what the file
 * does not hold is the analyst's to type.
 *
 * @example changedReadings({ readings: { massMg: ["1.0", "1.1"] }, environment: { temperatureC: "20", humidityPercent: null } }, { readings: { massMg: ["1.0", "1.2"] }, environment: { temperatureC: "20", humidityPercent: null } }) // → ["massMg"] (1.1 became 1.2)
 * @source ISO/IEC 17025:2017, 7.5.2 (changes stay traceable)
 */
export function changedReadings(file: Pick<CsvReadings, "readings" | "environment">, entry: Entered): string[] {
  const readings = Object.keys(file.readings).filter(
    (name) =>
      plain(file.readings[name]) !== plain(Object.hasOwn(entry.readings, name) ? entry.readings[name] : undefined),
  );
  const surroundings = (["temperatureC", "humidityPercent"] as const).filter((name) => {
    const stated = file.environment?.[name] ?? null;
    return stated !== null && stated.trim() !== (entry.environment?.[name]?.trim() ?? "");
  });
  return [...readings, ...surroundings.map((name) => `environment.${name}`)];
}

/**
 * Readings that differ from the file beside them want the reviewer's attention.
 *
 * @example changedFlags(["massMg"]) // → [{ code: "changed-after-import", facts: { fields: "massMg" } }] (one flag names all)
 * @example changedFlags([]) // → [] (nothing was changed)
 * @source ISO/IEC 17025:2017, 7.5.2 and 7.11.6
 */
export function changedFlags(names: readonly string[]): readonly Flag[] {
  return names.length === 0 ? [] : [{ code: "changed-after-import", facts: { fields: names.join(" ") } }];
}

/** Texts without blanks around them and without empty cells at the end. */
function plain(value: string | readonly string[] | undefined): string {
  const texts = (typeof value === "string" ? [value] : (value ?? [])).map((text) => text.trim());
  return JSON.stringify(texts.slice(0, texts.findLastIndex((text) => text !== "") + 1));
}
