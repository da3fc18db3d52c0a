import { type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { convert, convertDifference } from "@quanheng/kernel/units/convert.ts";
import { dsiUnit } from "@quanheng/kernel/units/dsi.ts";
import { isUnit, parseUnit } from "@quanheng/kernel/units/parse.ts";
import type { Dimension } from "@quanheng/kernel/units/unit.ts";
import { unitName } from "@quanheng/kernel/units/unit-name.ts";

/** How a certificate writes values of one unit. */
export type UnitForm = {
  /** What stands in `si:unit` for the values as they are reported. */
  readonly written: string;
  /** The same value in units of the SI, where the reported unit has no name there. */
  readonly si?: { readonly unit: string; value(given: Decimal): Decimal; uncertainty(given: Decimal): Decimal };
  /** What has to be declared about a unit from outside. */
  readonly outside?: { readonly unit: string; readonly definition: string };
};

/** Symbols as reports print them, by UCUM code. */
const PRINTED: Readonly<Record<string, string>> = {
  "°C": "Cel",
  "℃": "Cel",
  "°Z": "degZ",
  µm: "um",
  μm: "um",
  "µg/kg": "ug/kg",
  "μg/kg": "ug/kg",
  "g/100 g": "g/(100.g)",
  Ω: "Ohm",
  "": "1",
};

/**
 * How to write a unit: by its name in D-SI where it has one; else the reported unit behind a bar, with the value in
 * units of the SI beside it where the factor is known.
 *
 * @param unit UCUM code, or one of the symbols that reports print
 * @example unitForm("mg/kg").written // → "\\milli\\gram\\kilogram\\tothe{-1}" (D-SI, unit grammar)
 * @example unitForm("[in_i]").si.unit // → "\\metre" (the inch is 0.0254 m)
 * @example unitForm("{ICUMSA}").outside.unit // → "{ICUMSA}" (a unit that only its method defines)
 * @source D-SI XML schema 2.2.1; PTB, DCC Schematron, pattern 12: a unit behind a bar is declared
 */
export function unitForm(unit: string): UnitForm {
  const code = Object.hasOwn(PRINTED, unit) ? (PRINTED[unit] ?? unit) : unit;
  const named = known(() => dsiUnit(code));
  if (named !== undefined) return { written: named };
  const bare = unit.replace(/\s+/g, "").replace(/^\|/, "");
  const definition = known(() => unitName(code).en) ?? unit.trim();
  const base = isUnit(code) ? known(() => siForm(code)) : undefined;
  return { written: `|${bare}`, outside: { unit: bare, definition }, ...(base ? { si: base } : {}) };
}

function siForm(code: string): NonNullable<UnitForm["si"]> {
  const { dimension, annotations } = parseUnit(code);
  const target = annotations.length > 0 ? code : coherent(dimension);
  const unit = dsiUnit(target);
  convertDifference(decimal("1"), code, target);
  return {
    unit,
    value: (given) => convert(given, code, target),
    uncertainty: (given) => convertDifference(given, code, target),
  };
}

/** The coherent unit of a dimension: the mass counts in kilograms. */
function coherent(dimension: Dimension): string {
  const factors = Object.entries(dimension).map(([base, exponent]) => `${base === "g" ? "kg" : base}${exponent}`);
  return factors.length === 0 ? "1" : factors.join(".");
}

/** What cannot be named or converted is no fault here: the caller has another way to write it. */
function known<Value>(find: () => Value): Value | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
