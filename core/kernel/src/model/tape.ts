import { Refusal } from "../refusal.ts";
import { refuse } from "../refusals.ts";
import { type BinaryOperator, type Expression, type FunctionName, parseExpression } from "./syntax.ts";

/** One step of a computation on earlier results; `a` and `b` are positions on the tape. */
export type Step =
  | { readonly kind: "input"; readonly input: number }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly a: number; readonly b: number }
  | { readonly kind: "power"; readonly a: number; readonly exponent: number }
  | { readonly kind: "call"; readonly name: FunctionName; readonly a: number };

/**
 * A model ready to compute: a list of steps in which every shared part stands once, and where the outputs are on it.
 */
export type Model = {
  readonly inputs: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly at: number }[];
  readonly steps: readonly Step[];
  /** Where each step stands first, in step with `steps`. */
  readonly places: readonly Place[];
};

/** A formula by the name of its output, and a position in its text, from 0. */
export type Place = { readonly formula: string; readonly at: number };

const MOST_STEPS = 50_000;
const MOST_FORMULAS = 500;
/** Characters of all formulas together; a single one is bounded by the syntax. */
const MOST_TEXT = 200_000;
/** Formulas that use one another nest their expressions; deeper than this no model goes. */
const DEEPEST = 1000;

/**
 * Prepares formulas, which may use the inputs, pi, and one another by their names.
 *
 * @param formulas text of each output by its name, e.g. `{ rho: "m / V", V: "a * b * c" }`
 * @param inputs names of what is given
 * @throws Refusal `name-defined-twice` with both places, inputs counted from 0; `expression-syntax`, `expression-too-long`, `unknown-name`, `cyclic-model`, with
 * the formula by its name and the position in it
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 2.2 (evaluation procedures); equal parts stand once
 * @example prepareModel({ y: "x*x + x*x" }, ["x"]).steps.length // → 3 (x, x·x and the sum; x·x stands once)
 * refusalOf(() => prepareModel({ a: "b + 1", b: "a - 1" }, [])) // → "cyclic-model" (a needs b and b needs a)
 */
export function prepareModel(formulas: Readonly<Record<string, string>>, inputs: readonly string[]): Model {
  const given = Object.keys(formulas).length;
  if (given > MOST_FORMULAS) refuse("expression-too-long", { given, limit: MOST_FORMULAS });
  refuseTooMuchText(formulas);
  const defined = new Map(Object.keys(formulas).map((name) => [name, `model.${name}`]));
  for (const [k, name] of inputs.entries()) {
    const first = defined.get(name);
    if (first !== undefined) refuse("name-defined-twice", { name, first, again: `inputs[${k}]` });
    defined.set(name, `inputs[${k}]`);
  }
  const recorder = new Recorder(formulas, inputs);
  const outputs = Object.keys(formulas).map((name) => ({ name, at: recorder.output(name) }));
  return { inputs, outputs, steps: recorder.steps, places: recorder.places };
}

/** Names the formula with which the text becomes too long. */
function refuseTooMuchText(formulas: Readonly<Record<string, string>>): void {
  const given = Object.values(formulas).reduce((total, text) => total + text.length, 0);
  let length = 0;
  for (const [formula, text] of Object.entries(formulas)) {
    length += text.length;
    if (length > MOST_TEXT) refuse("expression-too-long", { given, limit: MOST_TEXT, formula, at: 0 });
  }
}

type Binary = Extract<Expression, { kind: "binary" }>;

class Recorder {
  readonly steps: Step[] = [];
  readonly places: Place[] = [];
  readonly #formulas: ReadonlyMap<string, string>;
  readonly #inputs: ReadonlyMap<string, number>;
  readonly #seen = new Map<string, number>();
  readonly #done = new Map<string, number>();
  readonly #open: string[] = [];
  #depth = 0;

  constructor(formulas: Readonly<Record<string, string>>, inputs: readonly string[]) {
    this.#formulas = new Map(Object.entries(formulas));
    this.#inputs = new Map(inputs.map((name, position) => [name, position]));
  }

  output(name: string): number {
    const done = this.#done.get(name);
    if (done !== undefined) return done;
    this.#open.push(name);
    const at = this.#record(inFormula(name, () => parseExpression(this.#formulas.get(name) ?? "")));
    this.#open.pop();
    this.#done.set(name, at);
    return at;
  }

  #record(expression: Expression): number {
    if (this.#depth >= DEEPEST) this.#refuseLength(this.#depth + 1, DEEPEST, "at" in expression ? expression.at : 0);
    this.#depth += 1;
    const position = this.#recorded(expression);
    this.#depth -= 1;
    return position;
  }

  #recorded(expression: Expression): number {
    switch (expression.kind) {
      case "number":
        return this.#step({ kind: "number", value: expression.value }, 0);
      case "name":
        return this.#name(expression.name, expression.at);
      case "call":
        return this.#step({ kind: "call", name: expression.name, a: this.#record(expression.argument) }, expression.at);
      case "binary":
        return this.#binary(expression);
    }
  }

  /** Long sums and products lean to the left; that side is walked in a loop, the other is bounded by the syntax. */
  #binary(expression: Expression): number {
    const spine: Binary[] = [];
    let leftmost = expression;
    while (leftmost.kind === "binary") {
      spine.push(leftmost);
      leftmost = leftmost.left;
    }
    return spine.reduceRight((left, outer) => this.#join(left, outer), this.#record(leftmost));
  }

  #join(a: number, { operator, right, at }: Binary): number {
    const b = this.#record(right);
    const exponent = operator === "**" ? this.#constant(b) : undefined;
    return this.#step(exponent === undefined ? { kind: "binary", operator, a, b } : { kind: "power", a, exponent }, at);
  }

  #name(name: string, at: number): number {
    const input = this.#inputs.get(name);
    if (input !== undefined) return this.#step({ kind: "input", input }, at);
    if (this.#formulas.has(name)) {
      const formula = this.#open.at(-1) ?? "";
      const from = this.#open.indexOf(name);
      if (from >= 0) return refuse("cyclic-model", { names: [...this.#open.slice(from), name], formula, at });
      return this.output(name);
    }
    if (name === "pi") return this.#step({ kind: "number", value: Math.PI }, at);
    return refuse("unknown-name", { name, formula: this.#open.at(-1) ?? "", at });
  }

  /** The number at a position, where it is one, also with a minus sign before it. */
  #constant(at: number): number | undefined {
    const step = this.steps[at];
    if (step?.kind === "number") return step.value;
    const inner = step?.kind === "call" && step.name === "neg" ? this.#constant(step.a) : undefined;
    return inner === undefined ? undefined : -inner;
  }

  /** Adds a step, or finds it where the same one stands already. */
  #step(step: Step, at: number): number {
    const key = JSON.stringify(step);
    const seen = this.#seen.get(key);
    if (seen !== undefined) return seen;
    if (this.steps.length >= MOST_STEPS) this.#refuseLength(MOST_STEPS + 1, MOST_STEPS, at);
    this.#seen.set(key, this.steps.length);
    this.places.push({ formula: this.#open.at(-1) ?? "", at });
    return this.steps.push(step) - 1;
  }

  #refuseLength(given: number, limit: number, at: number): never {
    return refuse("expression-too-long", { given, limit, formula: this.#open.at(-1) ?? "", at });
  }
}

/** What a formula's text is refused for, with the name of the formula. */
function inFormula<T>(formula: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, formula });
    throw error;
  }
}
