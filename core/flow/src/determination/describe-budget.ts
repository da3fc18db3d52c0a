import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Description, FIRST, type InputUncertainty, type Outcome } from "./description.ts";
import type { Readings } from "./method.ts";

/**
 * The lines of the budget of every result by the name of the output (the first one is `FIRST`): each reading is stepped
 * up
 * and down by its standard uncertainty. Where a step leaves what the model allows, the other side alone is taken.
 *
 * @param runs the readings of each portion; contributions of an instrument are alike in all of them and are averaged
 * @example outcomeBudget({ inputs: [{ name: "x", label: { zh: "量", en: "x" }, unit: "g", uncertainty: { kind: "rectangular", halfWidth: 0.3 } }], output: { unit: "g", rounding: { mode: "half-even", places: 1 } }, names: {}, compute: ({ x }) => ({ value: 2 * x }) }, [{ x: 5 }]).get("") // → [{ source: "x", value: 5, sensitivity: 2.000, u: 0.1732, dof: Infinity }] (y = 2x: c = 2, u = 0.3/√3)
 * @source JCGM 100:2008, 5.1.4 and 5.1.3 note 2
 */
export function outcomeBudget(
  description: Description,
  runs: readonly Readings[],
): ReadonlyMap<string, readonly BudgetLine[]> {
  const names = [FIRST, ...(description.further ?? []).map(({ name }) => name)];
  const lines = new Map<string, BudgetLine[]>(names.map((name) => [name, []]));
  for (const input of description.inputs) {
    const effects = runs.map((run) => stepped(description, run, input.name)).filter((effect) => effect !== undefined);
    const [first] = effects;
    if (first === undefined) continue;
    for (const name of names) {
      const contribution = effects.reduce((sum, { by }) => sum + by(name), 0) / effects.length;
      const unit = input.unit;
      const u = first.u;
      const sensitivity = u > 0 ? contribution / u : 0;
      const { value, distribution } = first;
      lines.get(name)!.push({ source: input.name, ...value, unit, distribution, sensitivity, u, dof: Infinity });
    }
  }
  return lines;
}

type Effect = {
  readonly u: number;
  readonly value: { readonly value?: number };
  readonly distribution: string;
  readonly by: (output: string) => number;
};

/** What one standard uncertainty of an input does to every result; undefined where nothing is known about it. */
function stepped(description: Description, run: Readings, name: string): Effect | undefined {
  const input = description.inputs.find((candidate) => candidate.name === name);
  const reading = run[name];
  const known = input?.uncertainty;
  if (!known || !isNumeric(reading)) return undefined;
  const size = (value: number) => standard(known, value, run);
  const up = attempted(description, { ...run, [name]: moved(reading, size, 1) });
  const down = attempted(description, { ...run, [name]: moved(reading, size, -1) });
  const here = up && down ? undefined : description.compute(run);
  const by = (output: string) => {
    if (up && down) return (figure(up, output) - figure(down, output)) / 2;
    if (up && here) return figure(up, output) - figure(here, output);
    return down && here ? figure(here, output) - figure(down, output) : Number.NaN;
  };
  const single = typeof reading === "number";
  const u = single ? size(reading) : Math.max(...reading.map(size));
  return { u, value: single ? { value: reading } : {}, distribution: shape(known), by };
}

function isNumeric(reading: Readings[string]): reading is number | readonly number[] {
  return typeof reading === "number" || (Array.isArray(reading) && typeof reading[0] === "number");
}

function moved(reading: number | readonly number[], size: (value: number) => number, sign: 1 | -1) {
  return typeof reading === "number"
    ? reading + sign * size(reading)
    : reading.map((value) => value + sign * size(value));
}

function standard(known: InputUncertainty, value: number, run: Readings): number {
  switch (known.kind) {
    case "rectangular":
      return known.halfWidth / Math.sqrt(3);
    case "normal":
      return known.u;
    case "percent": {
      const share = (known.percent / 100) * Math.abs(value);
      return known.distribution === "rectangular" ? share / Math.sqrt(3) : share;
    }
    case "affine":
      return (known.a + known.b * Math.abs(value)) / Math.sqrt(3);
    case "stated": {
      const stated = Number(run[known.input] ?? 0) / (known.coverage ?? 1);
      return known.percent ? (stated / 100) * Math.abs(value) : stated;
    }
  }
}

function shape(known: InputUncertainty): string {
  if (known.kind === "percent") return known.distribution;
  return known.kind === "rectangular" || known.kind === "affine" ? "rectangular" : "normal";
}

/** A step that leaves what the model allows has no outcome. */
function attempted({ compute }: Description, readings: Readings): Outcome | undefined {
  try {
    return compute(readings);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function figure(outcome: Outcome, output: string): number {
  return output === FIRST ? outcome.value : (outcome.further?.[output] ?? Number.NaN);
}
