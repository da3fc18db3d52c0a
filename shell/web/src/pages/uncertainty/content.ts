import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { readModelText } from "./model-text.ts";
import {
  EMPTY,
  ENTRIES,
  type Entry,
  type InputEntry,
  LISTS,
  NEW_INPUT,
  RULES,
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
  const { formulas, inputs } = readModelText(bench.model);
  const { output, lower, upper, rule, guard } = bench.decision;
  const limits = { ...member("lower", lower), ...member("upper", upper) };
  return {
    model: formulas,
    ...(bench.unit.trim() === "" ? {} : { unit: bench.unit.trim() }),
    inputs: Object.fromEntries(inputs.map((name) => [name, inputContent(bench.inputs[name] ?? NEW_INPUT)])),
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
    ...(Object.keys(limits).length === 0
      ? {}
      : { decision: { ...(output ? { output } : {}), ...limits, rule, ...member("guard", guard) } }),
  };
}

function inputContent({ way, unit, entries }: InputEntry): Content {
  const stated = ENTRIES[way].map((asked) => asked.replace("?", "") as Entry);
  const members = Object.assign({}, ...stated.map((entry) => entryContent(entry, entries[entry] ?? ""))) as Content;
  const kind = ["estimate", "certificate", "readings"].includes(way) ? {} : { distribution: way };
  return { ...kind, ...members, ...(unit.trim() === "" ? {} : { unit: unit.trim() }) };
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

/**
 * A model file on the workbench. Members that the workbench does not know are left out.
 *
 * @param content of the file; whether it holds together is found by evaluating it
 */
export function workbenchOf(content: Content): Workbench {
  const [model, inputs, run, decision] = [
    content["model"],
    content["inputs"],
    content["monteCarlo"],
    content["decision"],
  ];
  return {
    model: Object.entries(members(model))
      .map(([name, formula]) => `${name} = ${written(formula)}`)
      .join("\n"),
    unit: written(content["unit"]),
    inputs: Object.fromEntries(Object.entries(members(inputs)).map(([name, row]) => [name, inputEntry(members(row))])),
    correlations: list(content["correlations"])
      .map(members)
      .map(({ a, b, r }, key) => ({ key, a: written(a), b: written(b), r: written(r) })),
    probability: written(content["probability"]) || EMPTY.probability,
    dofPolicy: content["dofPolicy"] === "interpolate" ? "interpolate" : "truncate",
    digits: members(run)["digits"] === 1 ? "1" : "2",
    seed: written(members(run)["seed"]) || EMPTY.seed,
    mostTrials: written(members(run)["mostTrials"]) || EMPTY.mostTrials,
    decision: {
      output: written(members(decision)["output"]),
      lower: written(members(decision)["lower"]),
      upper: written(members(decision)["upper"]),
      rule: RULES.find((rule) => rule === members(decision)["rule"]) ?? EMPTY.decision.rule,
      guard: written(members(decision)["guard"]) || EMPTY.decision.guard,
    },
  };
}

function inputEntry(row: Content): InputEntry {
  const way = wayOf(row);
  const stated = ENTRIES[way].map((asked) => asked.replace("?", "") as Entry);
  const texts = stated.flatMap((entry): [Entry, string][] => {
    const value = row[entry];
    const text = Array.isArray(value) ? value.map(written).join("\n") : written(value);
    return text === "" ? [] : [[entry, text]];
  });
  return { way, unit: written(row["unit"]), entries: Object.fromEntries(texts) };
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
