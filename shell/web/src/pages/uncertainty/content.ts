import { MODEL_RULES } from "@quanheng/flow/decision/model-decision.ts";
import { checkNames } from "@quanheng/kernel/model/names.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { refuse } from "@quanheng/kernel/refusals.ts";
import { parseModelText } from "@quanheng/kernel/uncertainty/model-text.ts";
import { readModelText } from "./model-text.ts";
import {
  EMPTY,
  ENTRIES,
  type Entry,
  type InputEntry,
  LISTS,
  NEW_INPUT,
  WAYS,
  type Way,
  type Workbench,
} from "./workbench.ts";

/** The content of a model file, as `quanheng uncertainty` reads it. */
export type Content = Readonly<Record<string, unknown>>;

/**
 * What is on the workbench as a model file. Figures are digits in a text, as they were typed; an entry that is empty is
 * left out, so that whoever reads the file says what is missing.
 */
export function contentOf(bench: Workbench): Content {
  const unknowns = unknownsOf(bench);
  const { formulas, inputs: used } = readModelText(bench.model, unknowns);
  const idle = (bench.idle ?? []).filter((name) => !Object.hasOwn(formulas, name) && !unknowns.includes(name));
  const inputs = [...used, ...idle];
  return {
    ...bench.more,
    ...(bench.equations ? { equations: formulas, ...startContent(bench.start) } : { model: formulas }),
    ...(bench.unit.trim() === "" ? {} : { unit: bench.unit.trim() }),
    inputs: Object.fromEntries(
      inOrder(inputs, bench.inputs).map((name) => [name, inputContent(bench.inputs[name] ?? NEW_INPUT)]),
    ),
    ...(bench.correlations.length === 0
      ? {}
      : { correlations: bench.correlations.map(({ a, b, r }) => ({ a, b, ...member("r", r) })) }),
    ...member("probability", bench.probability),
    dofPolicy: bench.dofPolicy,
    monteCarlo: {
      digits: Number(bench.digits),
      ...whole("seed", bench.seed),
      ...whole("mostTrials", bench.mostTrials),
    },
    ...decisionContent(bench.decision),
  };
}

/**
 * Inputs of the model, in the order in which the file stated them; those that it did not state come last. The
 * draws of trials go by this order, so that the same file and seed give the same bits here as on the command line.
 */
function inOrder(used: readonly string[], stated: Workbench["inputs"]): readonly string[] {
  return [...new Set([...Object.keys(stated).filter((name) => used.includes(name)), ...used])];
}

function decisionContent({ output, lower, upper, rule, guard }: Workbench["decision"]): Content {
  const limits = { ...member("lower", lower), ...member("upper", upper) };
  if (Object.keys(limits).length === 0) return {};
  return { decision: { ...(output ? { output } : {}), ...limits, rule, ...member("guard", guard) } };
}

/** `y = 2.5`, or `y = 2.5 in 0 to 10` where the solution is to be looked for between bounds. */
const START = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*[=＝]\s*(\S+)(?:\s+in\s+(\S+)\s+to\s+(\S+))?\s*$/u;

/** The unknowns of equations, by the lines of the start. */
export function unknownsOf({ equations, start }: Pick<Workbench, "equations" | "start">): readonly string[] {
  return equations ? startLines(start).map(([name]) => name) : [];
}

/** Whether every line of the start is understood. */
export function isStart(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 && startLines(text).length === lines.length;
}

function startLines(text: string): (readonly [string, string, string | undefined, string | undefined])[] {
  return text.split("\n").flatMap((line) => {
    const match = START.exec(line);
    return match ? [[match[1]!, match[2]!, match[3], match[4]] as const] : [];
  });
}

function startContent(text: string): Content {
  const lines = startLines(text);
  const bounded = lines.filter(([, , low, high]) => low !== undefined && high !== undefined);
  const within = Object.fromEntries(bounded.map(([name, , low, high]) => [name, [digitsOf(low!), digitsOf(high!)]]));
  return {
    start: Object.fromEntries(lines.map(([name, at]) => [name, digitsOf(at)])),
    ...(bounded.length === 0 ? {} : { within }),
  };
}

function inputContent({ way, unit, entries, more }: InputEntry): Content {
  const stated = ENTRIES[way].map((asked) => asked.replace("?", "") as Entry);
  const members = Object.assign({}, ...stated.map((entry) => entryContent(entry, entries[entry] ?? ""))) as Content;
  const kind = ["estimate", "certificate", "readings"].includes(way) ? {} : { distribution: way };
  return { ...more, ...kind, ...members, ...(unit.trim() === "" ? {} : { unit: unit.trim() }) };
}

function entryContent(entry: Entry, text: string): Content {
  if (text.trim() === "") return {};
  if (entry === "sample") return { sample: text.trim() };
  if (LISTS.has(entry)) return { [entry]: figuresIn(text).map(digitsOf) };
  return member(entry, text);
}

/** The figures of a list: one a line, or with blanks or semicolons between. */
export function figuresIn(text: string): string[] {
  return text.split(/[\s;；、]+/).filter((figure) => figure !== "");
}

function member(name: string, text: string): Content {
  return text.trim() === "" ? {} : { [name]: digitsOf(text) };
}

function whole(name: string, text: string): Content {
  const digits = digitsOf(text);
  return digits === "" ? {} : { [name]: /^\d+$/.test(digits) ? Number(digits) : digits };
}

/** Full-width digits and signs become plain ones; what is no number stays as it is and is refused by name. */
function digitsOf(text: string): string {
  const parsed = parseNumber(text);
  return parsed.ok && parsed.operator === "=" ? parsed.text : text.trim();
}

/** Members that have a field on the workbench, also by their other spellings. */
const KNOWN = [
  "model",
  "equations",
  "start",
  "within",
  "unit",
  "inputs",
  "correlations",
  "probability",
  "p",
  "dofPolicy",
  "monteCarlo",
  "mcm",
  "decision",
];

/**
 * The content of a model file that a person opens.
 *
 * @throws SyntaxError where the text is no JSON; Refusal `not-a-model-file`, `member-twice` where a
 * name is there twice, and `name-reserved`, `name-lookalike` for
 * inputs, whose rows would not be shown
 */
export function readContent(json: string): Content {
  const content = parseModelText(json);
  if (typeof content !== "object" || content === null || Array.isArray(content)) return refuse("not-a-model-file", {});
  const file = content as Content;
  checkNames(Object.keys(members(file["inputs"])));
  return file;
}

/**
 * A model file on the workbench.
 *
 * @param content of the file; whether it holds together is found by evaluating it
 */
export function workbenchOf(content: Content): Workbench {
  const equations = "equations" in content;
  const run = members(content["monteCarlo"] ?? content["mcm"]);
  const decision = members(content["decision"]);
  const model = Object.entries(members(content[equations ? "equations" : "model"]))
    .map(([name, formula]) => `${name} = ${written(formula)}`)
    .join("\n");
  const start = equations ? startText(content) : "";
  const used = readModelText(model, unknownsOf({ equations, start })).inputs;
  const idle = Object.keys(members(content["inputs"])).filter((name) => !used.includes(name));
  return {
    model,
    equations,
    start,
    ...(idle.length === 0 ? {} : { idle }),
    unit: written(content["unit"]),
    inputs: Object.fromEntries(
      Object.entries(members(content["inputs"])).map(([name, row]) => [name, inputEntry(members(row))]),
    ),
    correlations: list(content["correlations"])
      .map(members)
      .map(({ a, b, r }, key) => ({ key, a: written(a), b: written(b), r: written(r) })),
    probability: written(content["probability"] ?? content["p"]) || EMPTY.probability,
    dofPolicy: content["dofPolicy"] === "interpolate" ? "interpolate" : "truncate",
    digits: written(run["digits"] ?? run["ndig"]) === "1" ? "1" : "2",
    seed: written(run["seed"]) || EMPTY.seed,
    mostTrials: written(run["mostTrials"]) || EMPTY.mostTrials,
    decision: {
      output: written(decision["output"]),
      lower: written(decision["lower"]),
      upper: written(decision["upper"]),
      rule: MODEL_RULES.find((rule) => rule === decision["rule"]) ?? EMPTY.decision.rule,
      guard: written(decision["guard"]) || EMPTY.decision.guard,
    },
    more: without(content, KNOWN),
  };
}

function startText(content: Content): string {
  const within = members(content["within"]);
  return Object.entries(members(content["start"]))
    .map(([name, at]) => {
      const [low, high] = list(within[name]).map(written);
      return `${name} = ${written(at)}${low && high ? ` in ${low} to ${high}` : ""}`;
    })
    .join("\n");
}

function inputEntry(given: Content): InputEntry {
  const { dist, nu, ...rest } = given;
  const row: Content = {
    ...rest,
    ...(dist === undefined ? {} : { distribution: dist }),
    ...(nu === undefined ? {} : { dof: nu }),
  };
  const way = wayOf(row);
  const stated = ENTRIES[way].map((asked) => asked.replace("?", "") as Entry);
  const texts = stated.flatMap((entry): [Entry, string][] => {
    const value = row[entry];
    const text = Array.isArray(value) ? value.map(written).join("\n") : written(value);
    return text === "" ? [] : [[entry, text]];
  });
  const more = without(row, [...stated, "unit", "distribution"]);
  return { way, unit: written(row["unit"]), entries: Object.fromEntries(texts), more };
}

function without(content: Content, names: readonly string[]): Content {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
}

function wayOf(row: Content): Way {
  if ("readings" in row) return "readings";
  const kind = row["distribution"];
  if (kind === "normal") return "estimate";
  return WAYS.find((way) => way === kind) ?? ("U" in row ? "certificate" : "estimate");
}

function members(value: unknown): Content {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Content) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function written(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
