import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { refuse } from "@quanheng/kernel/refusals.ts";
import { evaluateFormula, type FormulaResult, type FormulaValues, namesIn } from "./formula.ts";

/** Formulas of calculated tests by the name of the test. */
export type Formulas = Readonly<Record<string, string>>;

/** Everything that a calculated test rests on, near and far, in the order of the alphabet. */
export type FormulaDependencies = {
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  /** Tests that rest on themselves; empty where nothing does. */
  readonly cyclic: readonly string[];
};

/**
 * What each calculated test rests on; the search ends even where formulas name each other in a circle.
 *
 * @example formulaDependencies({ Fe: "Cu * 10", Au: "Fe / 2" }).dependencies.Au // → ["Cu", "Fe"] (Fe directly, Cu through it)
 * @throws Refusal `expression-syntax`, `expression-too-long`
 * @source ours: the language of calculated tests
 */
export function formulaDependencies(formulas: Formulas): FormulaDependencies {
  const direct = new Map(Object.entries(formulas).map(([name, formula]) => [name, namesIn(formula)]));
  const dependencies = Object.fromEntries([...direct.keys()].map((name) => [name, reached(name, direct)]));
  return { dependencies, cyclic: Object.keys(dependencies).filter((name) => dependencies[name]?.includes(name)) };
}

function reached(start: string, direct: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const open = [...(direct.get(start) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(direct.get(name) ?? []));
  }
  return [...found].toSorted();
}

/**
 * Formulas that may be kept: none rests on itself.
 *
 * @example refusalOf(() => checkedFormulas({ Ca: "Ca + Mg", Mg: "Ca" })) // → "cyclic-model" (each rests on the other)
 * @throws Refusal `cyclic-model` with the names
 * @source ours: the language of calculated tests
 */
export function checkedFormulas(formulas: Formulas): Formulas {
  const { cyclic } = formulaDependencies(formulas);
  return cyclic.length === 0 ? formulas : refuse("cyclic-model", { names: cyclic });
}

/**
 * The results of all calculated tests, each after those it rests on. A value that was given for a calculated test is
 * not taken: its name is in `ignored`.
 *
 * @example formatDecimal(evaluateFormulas({ Fe: "Cu * 10" }, { Cu: { kind: "number", digits: "12" } }).results.Fe.value) // → "120" (12·10)
 * @throws Refusal `cyclic-model` and those of `evaluateFormula`
 * @source ours: the language of calculated tests
 */
export function evaluateFormulas(
  formulas: Formulas,
  given: FormulaValues,
): { readonly results: Readonly<Record<string, FormulaResult>>; readonly ignored: readonly string[] } {
  const { dependencies } = formulaDependencies(checkedFormulas(formulas));
  const order = Object.keys(formulas).toSorted(
    (a, b) => (dependencies[a]?.length ?? 0) - (dependencies[b]?.length ?? 0),
  );
  const results: Record<string, FormulaResult> = {};
  const values: Record<string, FormulaValues[string]> = { ...given };
  for (const name of order) {
    const result = evaluateFormula(formulas[name] ?? "", values);
    results[name] = result;
    values[name] = result.kind === "text" ? result : { kind: "number", digits: formatDecimal(result.value) };
  }
  return { results, ignored: Object.keys(given).filter((name) => Object.hasOwn(formulas, name)) };
}
