import { type CsvFieldProblem, type CsvReadings, type LocatedReadings, locatedReadings } from "./csv.ts";
import { evaluateRaw } from "./evaluate.ts";
import type { MethodDefinition, RawReadings } from "./method.ts";
import type { FieldProblem } from "./read-readings.ts";

/**
 * Readings from an instrument's file, as `readCsv` finds them, and what the method itself says of them: a curve that
 * turns back, a point that is there twice, too few points. Every problem names the row of the file where it can.
 *
 * What the file does not hold is taken from the presets; where more is missing the method is not asked, for the analyst
 * still types.
 *
 * @example readFile({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }], output: { rounding: { mode: "half-even", places: 1 } }, evaluate: () => ({ measurement: { value: 1, u: 0, dof: Infinity, unit: "mg", budget: [] }, intermediate: [], reported: "1.0", flags: [] }) }, "Mass (mg)\n1.25\n1.27\n") // → { readings: { massMg: ["1.25", "1.27"] }, problems: [] } (nothing speaks against them)
 * @source ours: an analyst mends a file by its rows
 */
export function readFile(definition: MethodDefinition, text: string): CsvReadings {
  const located = locatedReadings(definition, text);
  const { readings, environment, problems } = located;
  const found: CsvReadings = { readings, environment, problems };
  if (found.problems.length > 0) return found;
  const presets = definition.inputs.flatMap(({ name, preset }) =>
    preset === undefined ? [] : [[name, preset] as const],
  );
  const complete: RawReadings = { ...Object.fromEntries(presets), ...found.readings };
  const outcome = evaluateRaw(definition, complete);
  if (outcome.ok || outcome.problems.some(({ code }) => code === "reading-missing")) return found;
  return { ...found, problems: outcome.problems.map((problem) => inFile(problem, located)) };
}

function inFile(problem: FieldProblem, { readings, lines }: LocatedReadings): CsvFieldProblem {
  const rows = lines[problem.field] ?? [];
  const index = problem.index ?? (rows.length > 1 ? turningPoint(readings[problem.field]) : null);
  return { ...problem, index, row: index === null ? null : (rows[index] ?? null) };
}

/** The first point of a column that does not go on the way the column began; null where it always does. */
function turningPoint(column: RawReadings[string] | undefined): number | null {
  const values = typeof column === "string" ? [] : (column ?? []).map(Number);
  const at = values.findIndex((value, index) => index > 0 && !(value > (values[index - 1] ?? value)));
  return at < 0 ? null : at;
}
