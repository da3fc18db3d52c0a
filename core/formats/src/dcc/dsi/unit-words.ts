import { dsiUnit } from "@quanheng/kernel/units/dsi.ts";

/** UCUM codes of units that D-SI names. */
const CODES =
  "m kg g s A K mol cd rad sr Hz N Pa J W C V F Ohm S Wb T H Cel lm lx Bq Gy Sv kat min h d deg ' '' L t eV u har B Np %".split(
    " ",
  );
const PREFIXES = "da Y Z E P T G M k h d c m u n p f a z y".split(" ");

/** One unit of a D-SI text: `\milli\gram\tothe{-1}` is prefix milli, unit gram, exponent -1. */
export type DsiFactor = {
  /** Without its backslash; empty for none. */
  readonly prefix: string;
  readonly unit: string;
  readonly exponent: number;
};

/** The word of each unit, with its UCUM code. */
const UNITS = new Map<string, string>([...CODES.map((code) => [dsiUnit(code).slice(1), code] as const), ["one", "1"]]);
const PREFIX_WORDS = new Map(PREFIXES.map((code) => [dsiUnit(`${code}m`).split("\\")[1] ?? "", code]));
const FACTOR = /\\([a-z]+)(?:\\tothe\{(-?\d+(?:\.\d+)?)\})?(?=\\|$)/y;

/** Longer texts are no units but attacks on the reader. */
const LONGEST = 300;

/**
 * The factors of a unit in D-SI words; undefined for what does not follow its grammar, or begins with a bar.
 *
 * The words themselves are not judged: `\knot` is read as a unit that D-SI may or may not know.
 *
 * @example dsiFactors("\\metre\\second\\tothe{-1}") // → [{ prefix: "", unit: "metre", exponent: 1 }, { prefix: "", unit: "second", exponent: -1 }] (D-SI examples, PTB710)
 * @example dsiFactors("\\kilo\\metre") // → [{ prefix: "kilo", unit: "metre", exponent: 1 }] (D-SI examples, PTB701)
 * @example dsiFactors("m/s") // → undefined (no D-SI)
 * @source D-SI XML schema 2.2.1, unit grammar
 */
export function dsiFactors(text: string): readonly DsiFactor[] | undefined {
  if (text === "" || text.length > LONGEST) return undefined;
  const factors: DsiFactor[] = [];
  let isBelow = false;
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("\\per\\", at)) {
      isBelow = true;
      at += 4;
    }
    const factor = factorAt(text, at);
    if (!factor) return undefined;
    const { prefix, unit, exponent } = factor;
    factors.push({ prefix, unit, exponent: isBelow ? -exponent : exponent });
    isBelow = false;
    at = factor.end;
  }
  return factors;
}

function factorAt(text: string, at: number): (DsiFactor & { readonly end: number }) | undefined {
  FACTOR.lastIndex = at;
  const [whole, first, exponent] = FACTOR.exec(text) ?? [];
  if (whole === undefined || first === undefined || first === "tothe") return undefined;
  const isPrefix = PREFIX_WORDS.has(first) && exponent === undefined;
  if (!isPrefix) return { prefix: "", unit: first, exponent: Number(exponent ?? "1"), end: at + whole.length };
  const next = factorAt(text, at + first.length + 1);
  return next && next.prefix === "" ? { ...next, prefix: first } : undefined;
}

/**
 * The UCUM code of a unit in D-SI words; undefined where D-SI has no such unit, or the exponent is no whole number.
 *
 * @example ucumOfDsi("\\milli\\gram\\kilogram\\tothe{-1}") // → "mg/kg" (D-SI, unit grammar)
 * @example ucumOfDsi("\\kilogram\\metre\\second\\tothe{-2}") // → "kg.m/s2" (SI Brochure, 9th edition, table 4: the newton)
 * @example ucumOfDsi("\\meter") // → undefined (D-SI writes metre)
 * @source D-SI XML schema 2.2.1, unit grammar; UCUM 2.1, 2.2
 */
export function ucumOfDsi(text: string): string | undefined {
  const factors = dsiFactors(text);
  if (!factors) return undefined;
  let written = "";
  for (const { prefix, unit, exponent } of factors) {
    const code = UNITS.get(unit);
    if (code === undefined || !Number.isInteger(exponent) || exponent === 0) return undefined;
    const size = Math.abs(exponent) === 1 ? "" : String(Math.abs(exponent));
    const factor = `${prefix === "" ? "" : PREFIX_WORDS.get(prefix)}${code}${size}`;
    if (exponent < 0) written += `${written === "" ? "1" : ""}/${factor}`;
    else written += `${written === "" ? "" : "."}${factor}`;
  }
  return written;
}
