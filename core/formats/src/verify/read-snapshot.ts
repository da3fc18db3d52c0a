import type { ReportSnapshot } from "../report/snapshot.ts";

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === "string";
const flag: Shape = (value) => typeof value === "boolean";
const textOrNull: Shape = (value) => value === null || typeof value === "string";
const list =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(item);
const object =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
const bilingual = object({ zh: text, en: text });

/** As much of a snapshot as a verifier shows and compares. */
const SNAPSHOT = object({
  version: (value) => value === 1,
  title: bilingual,
  number: text,
  gdti: text,
  verifyUrl: text,
  demonstration: flag,
  issuer: object({ id: text, name: bilingual, address: bilingual }),
  item: object({ name: bilingual, lotNumber: text }),
  issuedAt: text,
  results: list(
    object({ characteristicName: bilingual, method: text, reported: text, expanded: textOrNull, unit: text }),
  ),
  markets: list(object({ market: text, verdict: text, indicative: flag })),
  ruleSentence: bilingual,
});

/**
 * The snapshot in an attached file; undefined for anything that is not one. The file may come from anybody.
 *
 * @example readSnapshot(new TextEncoder().encode("{}")) // → undefined (no snapshot)
 * @source ours: data from outside are shown only in the shape that we write
 */
export function readSnapshot(bytes: Uint8Array): ReportSnapshot | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return SNAPSHOT(value) ? (value as ReportSnapshot) : undefined;
  } catch {
    // What is not JSON in UTF-8 is no snapshot.
    return undefined;
  }
}
