import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { FieldProblem } from "@quanheng/flow/determination/read-readings.ts";

/** What merely is not typed yet: no reason to complain before the analyst wants to save. */
const NOT_YET: readonly string[] = ["reading-missing", "too-few-readings", "portions-differ"];

/** Problems by the place at which they are shown. */
export type PlacedProblems = {
  readonly of: (field: string, index: number | null) => FieldProblem | null;
  /** What belongs to no field of the form. */
  readonly elsewhere: readonly FieldProblem[];
  readonly missing: number;
  readonly wrong: number;
};

/**
 * Sorts problems to their fields. A problem of a whole series stands at its first empty place, else at its first.
 *
 * @param all whether what is merely missing is shown as well
 */
export function placeProblems(
  { inputs }: MethodDefinition,
  problems: readonly FieldProblem[],
  readings: Readonly<Record<string, string | readonly string[]>>,
  all: boolean,
): PlacedProblems {
  const known = new Set(inputs.map(({ name }) => name));
  const missing = problems.filter(({ code }) => NOT_YET.includes(code));
  const shown = all ? problems : problems.filter(({ code }) => !NOT_YET.includes(code));
  return {
    of: (field, index) =>
      shown.find((problem) => problem.field === field && placeOf(problem, readings[field]) === index) ?? null,
    elsewhere: shown.filter(({ field }) => !known.has(field)),
    missing: missing.length,
    wrong: problems.length - missing.length,
  };
}

function placeOf({ index }: FieldProblem, value: string | readonly string[] | undefined): number | null {
  if (value === undefined || typeof value === "string") return null;
  if (index !== null) return index;
  const empty = value.findIndex((text) => text.trim() === "");
  return Math.max(0, empty);
}
