import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { superscript } from "@quanheng/kernel/expression/superscript.ts";
import type { IntervalLimit, Limit } from "./limit.ts";

/**
 * A limit as a reader sees it, without its unit: "≤ 0.04", "25 g 中不得检出". Texts of a document stay as recorded.
 *
 * @example limitText({ kind: "interval", max: "0.04" }).en // → "≤ 0.04" (one side)
 * @example limitText({ kind: "interval", min: "-3", max: "3" }).en // → "±3" (two sides of one size)
 * @example limitText({ kind: "not-detected", amount: "25 g" }).zh // → "25 g 中不得检出" (as Chinese standards write it)
 * @source GB/T 1.1-2020, 9.5 (how limits are written; recalled)
 */
export function limitText(limit: Limit): Bilingual {
  switch (limit.kind) {
    case "interval":
      return intervalText(limit);
    case "not-detected":
      return { zh: `${limit.amount} 中不得检出`, en: `not detected in ${limit.amount}` };
    case "plan":
      return planText(limit.plan);
    case "severity":
      return {
        zh: `按不低于 ${limit.level} 的等级试验并通过（${limit.scale}）`,
        en: `passed at level ${limit.level} or higher (${limit.scale})`,
      };
    case "formula":
      return formulaText(limit);
    case "conform":
      return { zh: `符合：${limit.text}`, en: `conforms: ${limit.text}` };
    case "one-of":
      return { zh: `为下列之一：${limit.values.join("、")}`, en: `one of: ${limit.values.join(", ")}` };
    case "all-of":
      return { zh: `须包括：${limit.values.join("、")}`, en: `all of: ${limit.values.join(", ")}` };
  }
}

/**
 * A unit as it is printed beside a figure; codes that people read as they are stay as they are.
 *
 * @example unitText("W/(m2.K)") // → "W/(m²·K)" (exponents raised, points raised)
 * @example unitText("1") // → "" (no unit)
 * @source UCUM 2.1, 2.1; SI Brochure, 9th edition, 5.4
 */
export function unitText(unit: string | null): string {
  if (unit === null || unit === "1") return "";
  return Object.hasOwn(PRINTED, unit) ? (PRINTED[unit] ?? unit) : printedCode(unit);
}

/** Exponents raised, points raised, letters of the symbols put in: `W/(m2.K)` is W/(m²·K). An annotation stays as it is. */
function printedCode(unit: string): string {
  if (/[{[*]/.test(unit)) return unit;
  const printed = unit
    .replace(/[A-Za-z%']+/g, (symbol) => SYMBOLS[symbol] ?? symbol)
    .replace(/(?<=[A-Za-zµΩ°])-?\d+/g, superscript)
    .replaceAll(".", "·");
  return printed.startsWith("/") ? `1${printed}` : printed;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  Cel: "°C",
  um: "µm",
  ug: "µg",
  uL: "µL",
  us: "µs",
  uV: "µV",
  uA: "µA",
  uS: "µS",
  Ohm: "Ω",
  kOhm: "kΩ",
  mOhm: "mΩ",
  MOhm: "MΩ",
  deg: "°",
};

const PRINTED: Readonly<Record<string, string>> = {
  "g/(100.g)": "g/100 g",
  "mg/(100.mL)": "mg/100 mL",
  degZ: "°Z",
  Cel: "°C",
  um: "µm",
  Ohm: "Ω",
  MOhm: "MΩ",
  "Ohm/V": "Ω/V",
  "MOhm.m2": "MΩ·m²",
  "N.m": "N·m",
  "1e-6/K": "10⁻⁶/K",
  "kg/m3": "kg/m³",
  "mg/m3": "mg/m³",
  "kW.h/m2": "kW·h/m²",
  "dB{uV}": "dB(µV)",
  "dB{uV/m}": "dB(µV/m)",
  "[pH]": "",
  "[Brix]": "°Bx",
  "[den]": "den",
  "{ICUMSA}": "IU",
  "{MAU}": "MAU",
  "{CT}": "CT",
  "{CFU}": "CFU",
  "{CFU}/g": "CFU/g",
  "{HR}": "HR",
  "[EU]/mL": "EU/mL",
  "[EU]/mg": "EU/mg",
  "[ppth]": "‰",
  "gf/[den]": "gf/den",
  "kW.h/(100.km)": "kW·h/100 km",
  "{MPN}/g": "MPN/g",
  "mg{KOH}/g": "mg KOH/g",
  "%{vol}": "% (V/V)",
  "%{mass}": "% (m/m)",
  "V{peak}": "V (peak)",
  "{degree}": "°",
  "{score}": "",
  "{class}": "",
  "{cycles}": "cycles",
  "{x rating}": "× rating",
  "{x MAP}": "× MAP",
  a: "yr",
};

function intervalText({ min, max, minExclusive, maxExclusive }: IntervalLimit): Bilingual {
  const lower = min === undefined ? "" : `${minExclusive ? ">" : "≥"} ${min}`;
  const upper = max === undefined ? "" : `${maxExclusive ? "<" : "≤"} ${max}`;
  if (min === undefined || max === undefined) return { zh: lower + upper, en: lower + upper };
  if (min === `-${max}` && !minExclusive && !maxExclusive) return { zh: `±${max}`, en: `±${max}` };
  if (minExclusive || maxExclusive) return { zh: `${lower} 且 ${upper}`, en: `${lower} and ${upper}` };
  return min === max ? { zh: `= ${min}`, en: `= ${min}` } : { zh: `${min} 至 ${max}`, en: `${min} to ${max}` };
}

function planText(plan: Readonly<Record<string, string>>): Bilingual {
  const figures = Object.entries(plan).filter(([, value]) => value !== "");
  const text = figures.map(([name, value]) => `${name} = ${value}`).join(", ");
  return { zh: `抽样方案 ${text}`, en: `sampling plan ${text}` };
}

const SIDES = { min: "≥ ", max: "≤ ", eq: "= ", abs: "± " } as const;

function formulaText({ side, expr, vars }: Extract<Limit, { kind: "formula" }>): Bilingual {
  const names = Object.entries(vars).map(([name, meaning]) => `${name}: ${meaning}`);
  const text = SIDES[side] + expr + (names.length > 0 ? ` (${names.join("; ")})` : "");
  return { zh: text, en: text };
}
