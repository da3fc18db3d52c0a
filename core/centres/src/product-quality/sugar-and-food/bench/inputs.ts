import type { MethodInput } from "@quanheng/flow/determination/method.ts";

type Label = readonly [zh: string, en: string];
type Range = readonly [min: string, max: string];
type More = Partial<Pick<MethodInput, "hint" | "instrumentType" | "preset" | "optional" | "group">>;

/** One number of the sample or its surroundings. */
export function reading(name: string, [zh, en]: Label, unit: string, [min, max]: Range, more: More = {}): MethodInput {
  return { name, label: { zh, en }, unit, kind: "number", range: { min, max }, ...more };
}

/** A number taken for each portion: at least one portion, four at most; two are usual. */
export function perPortion(name: string, label: Label, unit: string, range: Range, more: More = {}): MethodInput {
  return { ...reading(name, label, unit, range, more), replicates: { min: 1, max: 4 } };
}

/** A figure of an instrument or a reagent, offered as a preset that the analyst replaces by what the certificate says. */
export function known(
  name: string,
  label: Label,
  unit: string,
  range: Range,
  preset: string,
  more: More = {},
): MethodInput {
  return reading(name, label, unit, range, { group: "instrument", preset, ...more });
}

/** A sentence at the bench. */
export function hint(zh: string, en: string): Required<Pick<MethodInput, "hint">> {
  return { hint: { zh, en } };
}

/** Where a standard uncertainty comes from. */
export const CERTIFICATE = hint("证书上的 U 除以 k。", "U of the certificate divided by k.");
