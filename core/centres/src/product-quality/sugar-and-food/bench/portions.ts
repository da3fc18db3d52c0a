import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series } from "@quanheng/flow/determination/readings.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { refuse } from "../refusals.ts";

/**
 * The paired readings of each portion: the first of every series belong together, then the second, and so on.
 *
 * @throws Refusal `portions-differ` when the series are not equally long
 */
export function portions<Name extends string>(
  readings: Readings,
  names: readonly [Name, ...Name[]],
): readonly Readonly<Record<Name, number>>[] {
  const [first] = names;
  const needed = series(readings, first).length;
  const all = names.map((name) => [name, series(readings, name)] as const);
  const other = all.find(([, values]) => values.length !== needed);
  if (other) refuse("portions-differ", { field: other[0], given: other[1].length, needed });
  return series(readings, first).map(
    (_, index) => Object.fromEntries(all.map(([name, values]) => [name, values[index]])) as Record<Name, number>,
  );
}

/** Computes each portion; a refusal then says in which portion, so that the form can point at it. */
export function eachPortion<Portion, Result>(
  list: readonly Portion[],
  compute: (portion: Portion) => Result,
): Result[] {
  return list.map((portion, index) => {
    try {
      return compute(portion);
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, index });
      throw error;
    }
  });
}
