import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { EntryProblem } from "../../components/NumberField.tsx";
import type { Refused } from "../../workers/uncertainty-messages.ts";
import { figuresIn } from "./content.ts";
import { ENTRIES, type Entry, type InputEntry, LISTS, NEW_INPUT, type Workbench } from "./workbench.ts";

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
  const figures = LISTS.has(entry) ? figuresIn(text) : [text];
  for (const figure of figures) {
    const parsed = parseNumber(figure);
    if (!parsed.ok) return { code: parsed.code, facts: parsed.facts };
    if (parsed.operator !== "=") return { code: "not-a-number", facts: { given: figure } };
  }
  return null;
}

/** Whether everything that was typed can be handed to the engine. */
export function isComplete(bench: Workbench, inputs: readonly string[]): boolean {
  const stated = inputs.every((name) => Object.keys(inputProblems(bench.inputs[name] ?? NEW_INPUT)).length === 0);
  const settings = [bench.probability, bench.seed, bench.mostTrials].every((text) => parseNumber(text).ok);
  return stated && settings && bench.correlations.every(({ a, b, r }) => a && b && parseNumber(r).ok);
}

/** The input and entry that a refusal of the engine is about; null where it is about the whole. */
export function placeOf({ facts }: Refused): { readonly input: string; readonly entry: string | null } | null {
  const path = /^inputs\.([^.[\]]+)(?:\.([A-Za-z]+))?/.exec(typeof facts["at"] === "string" ? facts["at"] : "");
  if (path) return { input: path[1]!, entry: path[2] ?? null };
  const named = text(facts, "input") ?? text(facts, "source");
  return named ? { input: named, entry: text(facts, "parameter") ?? null } : null;
}

function text(facts: Facts, name: string): string | undefined {
  const value = facts[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
