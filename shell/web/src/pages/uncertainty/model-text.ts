import { checkNames } from "@quanheng/kernel/model/names.ts";
import { type Expression, parseExpression } from "@quanheng/kernel/model/syntax.ts";
import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import { type Facts, Refusal } from "@quanheng/kernel/refusal.ts";

/** What is wrong with a model text: where (from 0, in the whole text), how much of it, and the code with its facts. */
export type ModelProblem = {
  readonly at: number;
  readonly length: number;
  readonly code: string;
  readonly facts: Facts;
};

/** A model text as it was understood. Where a line is wrong, the others still say which inputs there are. */
export type ModelText = {
  readonly formulas: Readonly<Record<string, string>>;
  /** Names that no formula defines, in the order in which they appear. */
  readonly inputs: readonly string[];
  readonly problem: ModelProblem | null;
};

const LINE = /^(\s*)([\p{L}_][\p{L}\p{N}_]*)\s*[=＝]\s*/u;

/**
 * Reads a model text: a line `name = formula` for each output or intermediate quantity. Empty lines and those that begin
 * with # say nothing.
 *
 * @param unknowns what equations are to be solved for; these are no inputs
 */
export function readModelText(text: string, unknowns: readonly string[] = []): ModelText {
  const formulas: Formulas = new Map();
  const names: string[] = [];
  let problem: ModelProblem | null = null;
  let start = 0;
  for (const [k, line] of text.split("\n").entries()) {
    const said = line.trim() !== "" && !line.trim().startsWith("#");
    const found = said ? readLine({ line, start, number: k + 1 }, formulas, names) : null;
    problem ??= found;
    start += line.length + 1;
  }
  const inputs = [...new Set(names)].filter((name) => !formulas.has(name) && !unknowns.includes(name) && name !== "pi");
  const given = [...inputs, ...unknowns];
  problem ??= formulas.size === 0 ? { at: 0, length: 0, code: "empty", facts: {} } : whole(formulas, given);
  problem ??= misnamed(text, [...formulas.keys(), ...given]);
  return { formulas: Object.fromEntries([...formulas].map(([name, { formula }]) => [name, formula])), inputs, problem };
}

/** A formula, where it begins, where its line does, and which line it is. */
type Written = { readonly formula: string; readonly at: number; readonly start: number; readonly number?: number };
type Line = { readonly line: string; readonly start: number; readonly number: number };
type Formulas = Map<string, Written>;

function readLine({ line, start, number }: Line, formulas: Formulas, names: string[]): ModelProblem | null {
  const head = LINE.exec(line);
  if (!head) {
    const indent = line.length - line.trimStart().length;
    const facts = { at: 1, found: line.trim().slice(0, 20), expected: "y = …" };
    return { at: start + indent, length: line.trim().length, code: "expression-syntax", facts };
  }
  const [all, indent = "", name = ""] = head;
  const at = start + all.length;
  const formula = line.slice(all.length).trimEnd();
  const earlier = formulas.get(name);
  if (earlier) {
    const facts = { name, first: earlier.number ?? 1, again: number };
    return { at: start + indent.length, length: name.length, code: "name-twice", facts };
  }
  formulas.set(name, { formula, at, start, number });
  try {
    names.push(...namesIn(parseExpression(formula)));
    return null;
  } catch (error) {
    names.push(...namesAtSight(formula));
    return refused(error, { at, formula, start });
  }
}

/** Names in a formula that cannot be read, so that what is known of them stays in sight while it is mended. */
function namesAtSight(formula: string): string[] {
  return Array.from(formula.matchAll(/([\p{L}_][\p{L}\p{N}_]*)(?!\s*\()(?![\p{L}\p{N}_])/gu), ([, name = ""]) => name);
}

/** Faults that only show when the formulas stand together: circles, and texts that are too long. */
function whole(formulas: Formulas, inputs: readonly string[]): ModelProblem | null {
  try {
    prepareModel(Object.fromEntries([...formulas].map(([name, { formula }]) => [name, formula])), inputs);
    return null;
  } catch (error) {
    const first = error instanceof Refusal ? [error.facts["names"]].flat()[0] : undefined;
    const line = typeof first === "string" ? formulas.get(first) : undefined;
    return refused(error, line ?? { formula: "", at: 0, start: 0 });
  }
}

/** A name that stands for something else, or looks like another, where it is written first. */
function misnamed(text: string, names: readonly string[]): ModelProblem | null {
  try {
    checkNames(names);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const name = String(error.facts["name"]);
    const said = text.replace(/^\s*#.*$/gm, (remark) => " ".repeat(remark.length));
    const at = said.search(new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "u"));
    return { at: Math.max(0, at), length: name.length, code: error.code, facts: error.facts };
  }
}

function refused(error: unknown, { formula, at, start }: Written): ModelProblem {
  if (!(error instanceof Refusal)) throw error;
  const stated = error.facts["at"];
  const found = error.facts["found"] ?? error.facts["name"];
  if (typeof stated !== "number") return { at, length: formula.length, code: error.code, facts: error.facts };
  // What is not understood begins behind the blanks.
  const inside = stated + (/^\s*/.exec(formula.slice(stated))?.[0].length ?? 0);
  const width = typeof found === "string" ? Math.max(1, found.length) : 1;
  // People count the characters of the line, from one.
  return { at: at + inside, length: width, code: error.code, facts: { ...error.facts, at: at - start + inside + 1 } };
}

/** Every name in a formula, in the order of the text. */
function namesIn(expression: Expression): string[] {
  const found: { readonly name: string; readonly at: number }[] = [];
  const open: object[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    if ("kind" in next && next.kind === "name") found.push(next as unknown as { name: string; at: number });
    for (const part of Object.values(next)) if (typeof part === "object" && part !== null) open.push(part);
  }
  return found.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

/** Line and column of a position, both from 1, and that line's text. */
export function placeIn(
  text: string,
  at: number,
): { readonly line: number; readonly column: number; readonly of: string } {
  const before = text.slice(0, at).split("\n");
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    of: text.split("\n")[before.length - 1] ?? "",
  };
}
