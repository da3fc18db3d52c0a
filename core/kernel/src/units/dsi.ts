import { refuse } from "../refusals.ts";
import { type Factor, factorsOf } from "./factors.ts";

/**
 * A unit as certificates of calibration write it for machines, e.g. `kg.m/s2` as `\kilogram\metre\second\tothe{-2}`.
 *
 * @param code UCUM; products, quotients and whole exponents of units that D-SI names, without numbers or annotations
 * @throws Refusal `unknown-unit` for what is no UCUM code or has no name in D-SI
 * @source D-SI (SmartCom, XML scheme 2.2.1), unit grammar; BIPM, SI Brochure, 9th edition, tables 2, 4, 7 and 8
 * @example dsiUnit("kg.m/s2") // → "\\kilogram\\metre\\second\\tothe{-2}" (D-SI, unit grammar; SI Brochure, table 4: the newton)
 * dsiUnit("mm") // → "\\milli\\metre" (D-SI, unit grammar)
 */
export function dsiUnit(code: string): string {
  // A 1, as in 1/s, says nothing beside other units.
  const named = factorsOf(code).filter(({ symbol }) => symbol !== "1");
  return named.length === 0 ? "\\one" : named.map((factor) => dsiComponent(code, factor)).join("");
}

function dsiComponent(code: string, { symbol, annotation, exponent }: Factor): string {
  if (annotation !== null || symbol === "") return unnamed(code, symbol === "" ? (annotation ?? code) : symbol);
  const name = (Object.hasOwn(NAMES, symbol) ? NAMES[symbol] : undefined) ?? prefixed(symbol) ?? unnamed(code, symbol);
  return exponent === 1 ? name : `${name}\\tothe{${exponent}}`;
}

function prefixed(symbol: string): string | undefined {
  for (const [prefix, name] of Object.entries(PREFIXES)) {
    const unit = symbol.startsWith(prefix) ? symbol.slice(prefix.length) : "";
    if (METRIC.has(unit)) return `${name}${NAMES[unit]}`;
  }
  return undefined;
}

function unnamed(code: string, part: string): never {
  return refuse("unknown-unit", { given: code, at: Math.max(0, code.indexOf(part)), part });
}

/** D-SI counts kg among its base units, so that it stands beside g. */
const NAMES: Readonly<Record<string, string>> = {
  m: "\\metre",
  kg: "\\kilogram",
  g: "\\gram",
  s: "\\second",
  A: "\\ampere",
  K: "\\kelvin",
  mol: "\\mole",
  cd: "\\candela",
  rad: "\\radian",
  sr: "\\steradian",
  Hz: "\\hertz",
  N: "\\newton",
  Pa: "\\pascal",
  J: "\\joule",
  W: "\\watt",
  C: "\\coulomb",
  V: "\\volt",
  F: "\\farad",
  Ohm: "\\ohm",
  S: "\\siemens",
  Wb: "\\weber",
  T: "\\tesla",
  H: "\\henry",
  Cel: "\\degreecelsius",
  lm: "\\lumen",
  lx: "\\lux",
  Bq: "\\becquerel",
  Gy: "\\gray",
  Sv: "\\sievert",
  kat: "\\katal",
  min: "\\minute",
  h: "\\hour",
  d: "\\day",
  deg: "\\degree",
  "'": "\\arcminute",
  "''": "\\arcsecond",
  L: "\\litre",
  l: "\\litre",
  t: "\\tonne",
  eV: "\\electronvolt",
  u: "\\dalton",
  har: "\\hectare",
  B: "\\bel",
  Np: "\\neper",
  "%": "\\percent",
};

/** Units that take prefixes. */
const METRIC: ReadonlySet<string> = new Set(
  "m g s A K mol cd rad sr Hz N Pa J W C V F Ohm S Wb T H lm lx Bq Gy Sv kat L l t eV u B Np".split(" "),
);

const PREFIXES: Readonly<Record<string, string>> = {
  da: "\\deca",
  Y: "\\yotta",
  Z: "\\zetta",
  E: "\\exa",
  P: "\\peta",
  T: "\\tera",
  G: "\\giga",
  M: "\\mega",
  k: "\\kilo",
  h: "\\hecto",
  d: "\\deci",
  c: "\\centi",
  m: "\\milli",
  u: "\\micro",
  n: "\\nano",
  p: "\\pico",
  f: "\\femto",
  a: "\\atto",
  z: "\\zepto",
  y: "\\yocto",
};
