import { decimal } from "../decimal.ts";
import { refuse } from "../refusals.ts";
import * as table from "./atoms.ts";
import { multiply, ratio, ratioOf } from "./ratio.ts";
import { product, raised, UNITY, type Unit } from "./unit.ts";

/** Longest code that is read. */
const LONGEST = 200;

/**
 * Reads a case-sensitive UCUM code such as `mg/kg`, `g/(100.mL)`, `10*-6.K-1` or `{CFU}/g`.
 *
 * @throws Refusal `unknown-unit` with the position and the part that is not understood
 * @source The Unified Code for Units of Measure, version 2.1, clauses 3 to 12
 * @example parseUnit("N").dimension // → { g: 1, m: 1, s: -2 } (UCUM 2.1, table 4: kg.m/s2)
 * parseUnit("[lb_av]").factor // → { numerator: 45359237n, denominator: 100000n } (the pound is 453.59237 g)
 * refusalOf(() => parseUnit("foo")) // → "unknown-unit" (no unit and no prefix is called so)
 */
export function parseUnit(code: string): Unit {
  if (code === "" || code.length > LONGEST) return unknown(code, 0, code.slice(0, 40));
  const reader = { code, at: 0 };
  const unit = readTerm(reader, 0);
  if (reader.at < code.length) unknown(code, reader.at, code.slice(reader.at));
  return { ...unit, code };
}

/**
 * Whether a code can be read.
 *
 * @source The Unified Code for Units of Measure, version 2.1, clauses 3 to 12
 * @example isUnit("mg/kg") // → true (UCUM 2.1, clause 7)
 * isUnit("m²") // → false (UCUM writes m2; `ucumOf` knows what people write)
 */
export function isUnit(code: string): boolean {
  try {
    parseUnit(code);
    return true;
  } catch {
    return false;
  }
}

type Reader = { readonly code: string; at: number };

function readTerm(reader: Reader, depth: number): Unit {
  let unit = UNITY;
  let divide = take(reader, "/");
  for (;;) {
    const component = readComponent(reader, depth);
    unit = product(unit, divide ? raised(component, -1, "") : component, "");
    if (take(reader, "/")) divide = true;
    else if (take(reader, ".")) divide = false;
    else return unit;
  }
}

function take(reader: Reader, character: string): boolean {
  if (reader.code[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

const DEEPEST = 10;

function readComponent(reader: Reader, depth: number): Unit {
  if (take(reader, "(")) {
    if (depth >= DEEPEST) unknown(reader.code, reader.at, "(");
    const inner = readTerm(reader, depth + 1);
    if (!take(reader, ")")) unknown(reader.code, reader.at, reader.code.slice(reader.at));
    return inner;
  }
  const annotation = readAnnotation(reader);
  if (annotation !== undefined) return { ...UNITY, annotations: annotation };
  const unit = readSimple(reader);
  const added = readAnnotation(reader);
  return added === undefined ? unit : { ...unit, annotations: [...unit.annotations, ...added] };
}

/** Braces hold printable ASCII; what they say is part of the meaning here, but not of the dimension. */
function readAnnotation(reader: Reader): readonly string[] | undefined {
  if (reader.code[reader.at] !== "{") return undefined;
  const [text] = /^\{[\x20-\x7a\x7c\x7e]*\}/.exec(reader.code.slice(reader.at)) ?? [];
  if (text === undefined) return unknown(reader.code, reader.at, reader.code.slice(reader.at));
  reader.at += text.length;
  return [text.slice(1, -1)];
}

/** A number, or a unit with its exponent. Brackets may hold digits and dots of the name. */
function readSimple(reader: Reader): Unit {
  const [text = ""] = /^(?:\[[^\][]*\]|[^./(){}[\]])+/.exec(reader.code.slice(reader.at)) ?? [];
  const start = reader.at;
  reader.at += text.length;
  if (/^\d{1,15}$/.test(text)) return { ...UNITY, factor: ratio(BigInt(text), 1n) };
  const [, name = "", exponent = "1"] = /^(.*?[^\d+-])([+-]?\d{1,2})?$/.exec(text) ?? [];
  const unit = name === "" || Number(exponent) === 0 ? undefined : named(name);
  return unit ? raised(unit, Number(exponent), text) : unknown(reader.code, start, text);
}

const known = new Map<string, Unit>();

/** The unit of a name, with or without a prefix. */
function named(name: string): Unit | undefined {
  const found = known.get(name);
  if (found) return found;
  const unit = atom(name) ?? prefixed(name);
  if (unit) known.set(name, unit);
  return unit;
}

function prefixed(name: string): Unit | undefined {
  for (const length of [1, 2]) {
    const prefix = Object.hasOwn(table.PREFIXES, name.slice(0, length))
      ? table.PREFIXES[name.slice(0, length)]
      : undefined;
    const unit = prefix === undefined || !isMetric(name.slice(length)) ? undefined : atom(name.slice(length));
    if (prefix && unit) return { ...unit, code: name, factor: multiply(ratioOf(decimal(prefix)), unit.factor) };
  }
  return undefined;
}

const metricBases = new Set<string>([...table.BASE_METRIC, ...table.SCALES_METRIC]);
const bases = new Set<string>([...table.BASE_METRIC, ...table.BASE_PLAIN, ...table.BASE_LOCAL]);
const scales = new Set<string>([...table.SCALES_METRIC, ...table.SCALES_PLAIN]);

function isMetric(name: string): boolean {
  return metricBases.has(name) || Object.hasOwn(table.METRIC, name) || table.OFFSET[name]?.metric === true;
}

function atom(name: string): Unit | undefined {
  if (bases.has(name)) return { ...UNITY, code: name, dimension: { [name]: 1 } };
  if (scales.has(name)) return { ...UNITY, code: name, dimension: { [name]: 1 }, scale: name };
  if (Object.hasOwn(table.OFFSET, name)) return { ...defined(name, table.OFFSET[name]?.scale ?? ""), scale: name };
  if (Object.hasOwn(table.METRIC, name)) return defined(name, table.METRIC[name] ?? "");
  return Object.hasOwn(table.PLAIN, name) ? defined(name, table.PLAIN[name] ?? "") : undefined;
}

function defined(name: string, definition: string): Unit {
  const [number = "", code = ""] = definition.split(" ");
  const unit = parseUnit(code);
  return { ...unit, code: name, factor: multiply(ratioOf(decimal(number)), unit.factor) };
}

function unknown(given: string, at: number, part: string): never {
  return refuse("unknown-unit", { given: given.slice(0, LONGEST), at, part: part.slice(0, 40) });
}
