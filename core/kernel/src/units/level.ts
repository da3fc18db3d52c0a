import { decimal, toNumber } from "../decimal.ts";
import { needFinite, needPositive } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { conversionFactor, isConvertible } from "./convert.ts";

/** Whether the quantity of a level is a power, or a field whose square is one (voltage, sound pressure, field strength). */
type Level = {
  readonly reference: string;
  readonly factor: number;
  readonly kind: "field" | "power";
  readonly perLog: number;
};

/**
 * The level of a quantity: L = 20 lg(x/x₀) dB for fields, 10 lg(x/x₀) dB for powers, ln(x/x₀) Np; pH = −lg(c/(mol/L)).
 *
 * The reference stands in brackets, as UCUM has it, or in braces: `dB[uV]`, `dB{uV/m}`, `dB[SPL]`, `dB{mW}`, `Np{V}`.
 *
 * @example levelOf(1, "V", "dB[uV]") // → 120 (20 lg(1 V/1 µV) = 20·6)
 * @example levelOf(1, "W", "dB{mW}") // → 30 (10 lg(1 W/1 mW) = 10·3)
 * @example levelOf(20, "uPa", "dB[SPL]") // → 0 (UCUM 2.1, table 22: B[SPL] refers to 2·10⁻⁵ Pa)
 * @example levelOf(1e-7, "mol/L", "[pH]") // → 7 (−lg 10⁻⁷)
 * @throws Refusal `special-unit` for a code that is no level; `unit-mismatch`; `outside-domain` unless the quantity is positive;
 *   `not-finite` where its ratio to the reference leaves the range of binary numbers
 * @source ISO 80000-1:2022, annex C; UCUM 2.1, tables 21 and 22
 */
export function levelOf(value: number, unit: string, code: string): number {
  const level = levelCode(code);
  needPositive("quantity", value);
  const found = level.perLog * Math.log10((value * ratio(unit, level.reference)) / level.factor);
  needFinite("level", [found]);
  return found;
}

/**
 * The quantity of a level, in the unit asked for.
 *
 * @example quantityOfLevel(60, "dB{uV}", "mV") // → 1 (10^(60/20) µV = 1000 µV)
 * @example quantityOfLevel(94, "dB[SPL]", "Pa") // → 1.0024 (2·10⁻⁵ Pa·10^4.7)
 * @throws Refusal as `levelOf`; `not-finite` for a level that is no number, or whose quantity is larger than any;
 *   `outside-domain` for a level whose quantity is smaller than any
 * @source ISO 80000-1:2022, annex C; UCUM 2.1, tables 21 and 22
 */
export function quantityOfLevel(value: number, code: string, unit: string): number {
  const level = levelCode(code);
  needFinite("level", [value]);
  const found = (10 ** (value / level.perLog) * level.factor) / ratio(unit, level.reference);
  needFinite("quantity", [found]);
  needPositive("quantity", found);
  return found;
}

/**
 * A level on another scale of the same quantity.
 *
 * @example convertLevel(0, "dB{mW}", "dB[W]") // → -30 (1 mW/1 W = 10⁻³)
 * @throws Refusal as `levelOf`
 * @source ISO 80000-1:2022, annex C; UCUM 2.1, tables 21 and 22
 */
export function convertLevel(value: number, from: string, to: string): number {
  const { reference } = levelCode(from);
  return levelOf(quantityOfLevel(value, from, reference), reference, to);
}

function ratio(from: string, to: string): number {
  const { numerator, denominator } = conversionFactor(from, to);
  return toNumber(decimal(String(numerator))) / toNumber(decimal(String(denominator)));
}

function levelCode(code: string): Level {
  if (code === "[pH]") return { reference: "mol/L", factor: 1, kind: "field", perLog: -1 };
  const [, prefix = "", scale = "", reference = ""] = /^([dcm]?)(B|Np)(?:\[([^\]]+)\]|\{[^}]+\})$/.exec(code) ?? [];
  const stated = reference === "" ? /\{([^}]+)\}$/.exec(code)?.[1] : reference;
  if (scale === "" || stated === undefined) return refuse("special-unit", { given: code });
  const [base, factor] =
    stated === "SPL" ? (["Pa", 2e-5] as const) : stated === "10.nV" ? (["nV", 10] as const) : ([stated, 1] as const);
  const kind = isPower(base) ? "power" : "field";
  return { reference: base, factor, kind, perLog: perBel(scale, kind) / STEP[prefix as keyof typeof STEP] };
}

const STEP = { "": 1, d: 0.1, c: 0.01, m: 0.001 } as const;

/** A bel is lg of a power ratio, hence 2 lg of a field ratio; a neper is ln of a field ratio, hence ½ ln of a power ratio. */
function perBel(scale: string, kind: "field" | "power"): number {
  if (scale === "B") return kind === "field" ? 2 : 1;
  return kind === "field" ? Math.LN10 : 0.5 * Math.LN10;
}

/** Powers, and powers per area; what else levels refer to here are fields. */
function isPower(unit: string): boolean {
  return POWERS.some((power) => isConvertible(unit, power));
}

const POWERS = ["W", "W/m2"];
