/** A PDF object as ISO 32000-1:2008, 7.3 names its kinds; numbers, booleans and null are themselves. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream;

export type PdfName = { readonly kind: "name"; readonly name: string };
export type PdfString = { readonly kind: "string"; readonly bytes: Uint8Array };
export type PdfRef = { readonly kind: "ref"; readonly id: number; readonly generation: number };
export type PdfArray = { readonly kind: "array"; readonly items: readonly PdfValue[] };
export type PdfDict = { readonly kind: "dict"; readonly entries: ReadonlyMap<string, PdfValue> };
/** `raw` is the encoded content exactly as it stands in the file. */
export type PdfStream = { readonly kind: "stream"; readonly dict: PdfDict; readonly raw: Uint8Array };

export const name = (text: string): PdfName => ({ kind: "name", name: text });
export const ref = (id: number, generation = 0): PdfRef => ({ kind: "ref", id, generation });
export const array = (...items: readonly PdfValue[]): PdfArray => ({ kind: "array", items });
export const text = (bytes: Uint8Array | string): PdfString => ({
  kind: "string",
  bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
});
export const dict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: "dict",
  entries: new Map(Object.entries(entries)),
});

/**
 * The same dictionary with some entries set anew; the order of the old ones stays.
 *
 * @example [...withEntries(dict({ A: 1, B: 2 }), { A: 3, C: 4 }).entries] // → [["A", 3], ["B", 2], ["C", 4]] (A anew, C added)
 * @source ISO 32000-1:2008, 7.3.7
 */
export function withEntries(of: PdfDict, entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return { kind: "dict", entries: new Map([...of.entries, ...Object.entries(entries)]) };
}

type Kinded = Exclude<PdfValue, null | boolean | number>;

/**
 * Narrows a value to one kind; undefined when it is another, so that a hostile file only ever lacks things.
 *
 * @example as("name", name("Page")).name // → "Page" (it is a name)
 * @example as("dict", 3) // → undefined (a number is no dictionary)
 * @source ISO 32000-1:2008, 7.3
 */
export function as<Kind extends Kinded["kind"]>(
  kind: Kind,
  value: PdfValue | undefined,
): Extract<Kinded, { kind: Kind }> | undefined {
  if (value === undefined || value === null || typeof value !== "object" || value.kind !== kind) return undefined;
  return value as Extract<Kinded, { kind: Kind }>;
}

/**
 * A non-negative safe integer, or undefined.
 *
 * @example asCount(3) // → 3 (a count)
 * @example asCount(-1) // → undefined (none)
 * @source ISO 32000-1:2008, 7.3.3
 */
export function asCount(value: PdfValue | undefined): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
