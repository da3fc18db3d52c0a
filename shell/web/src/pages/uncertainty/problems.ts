import { parseExpression } from "@quanheng/kernel/model/syntax.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { type Facts, Refusal } from "@quanheng/kernel/refusal.ts";
import type { EntryProblem } from "../../components/NumberField.tsx";
import type { Refused } from "../../workers/uncertainty-messages.ts";
import { figuresIn, isStart } from "./content.ts";
import {
  ENTRIES,
  type Entry,
  FORMULAS,
  type InputEntry,
  isFormula,
  LISTS,
  NEW_INPUT,
  type Workbench,
} from "./workbench.ts";

export type InputProblems = Readonly<Partial<Record<Entry, EntryProblem>>>;

/** What an input lacks before it can be evaluated, by entry. Empty where nothing is missing. */
export function inputProblems({ way, entries }: InputEntry): InputProblems {
  const found = ENTRIES[way].flatMap((asked): [Entry, EntryProblem][] => {
    const entry = asked.replace("?", "") as Entry;
    const problem = entryProblem(entry, entries[entry] ?? "", asked.endsWith("?"));
    return problem ? [[entry, problem]] : [];
  });
  return Object.fromEntries(found);
}

function entryProblem(entry: Entry, text: string, optional: boolean): EntryProblem | null {
  if (text.trim() === "") return optional ? null : { code: "empty" };
  if (entry === "sample") return null;
  if (FORMULAS.has(entry) && isFormula(text)) return formulaProblem(text);
  const figures = LISTS.has(entry) ? figuresIn(text) : [text];
  for (const figure of figures) {
    const parsed = parseNumber(figure);
    if (!parsed.ok) return { code: parsed.code, facts: parsed.facts };
    if (parsed.operator !== "=") return { code: "not-a-number", facts: { given: figure } };
  }
  return null;
}

/** What a formula in place of a number lacks, with the place counted from one. */
function formulaProblem(text: string): EntryProblem | null {
  try {
    parseExpression(text);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { at } = error.facts;
    return { code: error.code, facts: typeof at === "number" ? { ...error.facts, at: at + 1 } : error.facts };
  }
}

/** Whether everything that was typed can be handed to the engine. */
export function isComplete(bench: Workbench, inputs: readonly string[]): boolean {
  const stated = inputs.every((name) => Object.keys(inputProblems(bench.inputs[name] ?? NEW_INPUT)).length === 0);
  const settings = [bench.probability, bench.seed, bench.mostTrials].every((text) => parseNumber(text).ok);
  const started = !bench.equations || isStart(bench.start);
  return stated && settings && started && bench.correlations.every(({ a, b, r }) => a && b && parseNumber(r).ok);
}

/** The input and entry that a refusal of the engine is about; null where it is about the whole. */
export function placeOf({ facts }: Refused): { readonly input: string; readonly entry: string | null } | null {
  const path = /^inputs\.([^.[\]]+)(?:\.([A-Za-z]+))?/.exec(text(facts, "at") ?? text(facts, "formula") ?? "");
  if (path) return { input: path[1]!, entry: path[2] ?? null };
  const named = text(facts, "input") ?? text(facts, "source");
  return named ? { input: named, entry: text(facts, "parameter") ?? null } : null;
}

function text(facts: Facts, name: string): string | undefined {
  const value = facts[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
