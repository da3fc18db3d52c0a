import type { AdaptiveProgress } from "@quanheng/kernel/montecarlo/adaptive.ts";
import { QUASI_ENGINE, quasiSteps } from "@quanheng/kernel/montecarlo/quasi.ts";
import { summarize } from "@quanheng/kernel/montecarlo/summary.ts";
import { type RunTrials, trialRunner } from "@quanheng/kernel/montecarlo/trials.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { toTheEnd } from "@quanheng/kernel/steps.ts";
import {
  type Evaluation,
  evaluation,
  findingsOf,
  lawOf,
  trialPlanOf,
} from "@quanheng/kernel/uncertainty/evaluation.ts";
import { propagationSteps } from "@quanheng/kernel/uncertainty/file-propagation.ts";
import { type ModelFile, readModelFile } from "@quanheng/kernel/uncertainty/model-file.ts";
import { outputCorrelation, type Propagation } from "@quanheng/kernel/uncertainty/propagate.ts";
import { checkResolution } from "@quanheng/kernel/uncertainty/resolution.ts";
import { Counter, rangeOf, watched } from "./histogram.ts";
import type { Answer, Drawn, Limits, Preview, Question, Refused, Run } from "./uncertainty-messages.ts";

// The engine runs here, away from the page: whatever it computes, the page scrolls and takes keys.

/** Points of the preview: a power of two, some milliseconds. Models of very many inputs take fewer. */
const POINTS = 32_768;
const LEAST_POINTS = 2048;
/** Models of more inputs first get an answer of first order from few points; second order and the points follow. */
const MANY_INPUTS = 200;
const FIRST_POINTS = 512;
const MOST_DRAWS = 2 ** 21;
/** Steps of a run are joined until this much time has passed, then said. [ms] */
const SAY_AFTER = 60;

const say = (answer: Answer) => postMessage(answer);

/** The question that came last; what is late for an older one is not begun. */
let newest = 0;

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { kind, id, content, limits } = data;
  newest = id;
  answering(id, () => {
    const file = readModelFile(content);
    if (kind === "run") say({ kind, run: runOf(file, limits, (progress) => say({ kind: "progress", progress })) });
    else if (file.inputs.length <= MANY_INPUTS) say({ kind, id, preview: toTheEnd(previewSteps(file, limits, 2)) });
    else {
      say({ kind, id, preview: toTheEnd(previewSteps(file, limits, 1)) });
      setTimeout(() => refine(id, previewSteps(file, limits, 2)), REFINE_AFTER);
    }
  });
});

/** A pause in which a change may come before the long part begins. [ms] */
const REFINE_AFTER = 150;
/** The long part looks after so much time whether a change has come. [ms] */
const SLICE = 25;

/** Takes steps for a slice of time and then lets messages in; a newer question ends it. */
function refine(id: number, steps: ReturnType<typeof previewSteps>): void {
  if (id !== newest) return;
  answering(id, () => {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return say({ kind: "preview", id, preview: value });
    } while (performance.now() < until);
    setTimeout(() => refine(id, steps), 0);
  });
}

function answering(id: number, answer: () => void): void {
  try {
    answer();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ kind: "refused", id, refused: refusedBy(error) });
  }
}

function refusedBy({ code, facts }: Refusal): Refused {
  return { code, facts };
}

function* previewSteps(file: ModelFile, limits: Limits | null, order: 1 | 2): Generator<void, Preview, void> {
  const started = performance.now();
  const points = order === 2 ? pointsFor(file.inputs.length) : FIRST_POINTS;
  const law = yield* propagationSteps(file, order);
  const outputs = lawOf(file, law);
  const places = [...outputs.keys()];
  return {
    probability: file.probability,
    outputs,
    covariance: law.covariance,
    correlation: places.map((i) => places.map((j) => (i === j ? 1 : outputCorrelation(law, i, j)))),
    // Terms of next order that are still to come are not missing.
    findings: findingsOf(file, law).filter(({ code }) => order === 2 || code !== "second-order-not-finite"),
    refined: order === 2,
    drawn: yield* previewDraws(file, law, limits, points),
    engine: QUASI_ENGINE,
    points,
    milliseconds: performance.now() - started,
  };
}

function pointsFor(inputs: number): number {
  const affordable = 2 ** Math.floor(Math.log2(MOST_DRAWS / Math.max(1, inputs)));
  return Math.max(LEAST_POINTS, Math.min(POINTS, affordable));
}

function* previewDraws(
  file: ModelFile,
  law: Propagation,
  limits: Limits | null,
  points: number,
): Generator<void, readonly Drawn[] | Refused, void> {
  try {
    checkResolution(file, law.outputs);
    const plan = trialPlanOf(file);
    const columns = yield* quasiSteps(plan, points);
    return plan.model.outputs.map(({ name }, k) => {
      const values = columns[k]!;
      const summary = summarize(name, values, file.probability);
      const counter = new Counter(...rangeOf(values, summary.y, summary.u), limitsOf(limits, name));
      counter.add(values);
      return drawnFrom(summary, counter, limitsOf(limits, name), { first: "preview", second: "preview" });
    });
  } catch (error) {
    if (error instanceof Refusal) return refusedBy(error);
    throw error;
  }
}

/** Runs to the end; the classes of the histograms are chosen by the first values. */
function runOf(
  file: ModelFile,
  limits: Limits | null,
  onProgress: (progress: readonly AdaptiveProgress[]) => void,
): Run {
  const started = performance.now();
  let counters: readonly Counter[] = [];
  const steps = evaluation(file, (plan): RunTrials => {
    const { outputs } = plan.model;
    return watched(trialRunner(plan), (columns) => {
      if (counters.length === 0)
        counters = columns.map((values, k) => counterOver(outputs[k]!.name, values, file, limits));
      for (const [k, values] of columns.entries()) counters[k]!.add(values);
    });
  });
  let said = started;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return finished(value, counters, limits, performance.now() - started);
    if (performance.now() - said < SAY_AFTER) continue;
    said = performance.now();
    onProgress(value);
  }
}

/** Classes over what the first trials reach, and half a standard deviation more on either side. */
function counterOver(name: string, values: Float64Array, file: ModelFile, limits: Limits | null): Counter {
  const { y, u } = summarize(name, values, file.probability);
  const [low, high] = rangeOf(values, y, u);
  return new Counter(Math.max(low - 0.5 * u, y - 5 * u), Math.min(high + 0.5 * u, y + 5 * u), limitsOf(limits, name));
}

function finished(result: Evaluation, counters: readonly Counter[], limits: Limits | null, milliseconds: number): Run {
  const trials = result.trials && "outputs" in result.trials ? result.trials.outputs : [];
  const drawn = trials.map((output, k) =>
    drawnFrom(output, counters[k]!, limitsOf(limits, output.name), {
      first: output.first?.reason ?? null,
      second: output.second?.reason ?? null,
    }),
  );
  return { evaluation: result, drawn, milliseconds };
}

function drawnFrom(
  { y, u, symmetric, shortest }: Pick<Drawn, "y" | "u" | "symmetric" | "shortest">,
  counter: Counter,
  limits: Limits | null,
  unjudged: Drawn["unjudged"],
): Drawn {
  const conforming = limits ? counter.within : null;
  return { y, u, symmetric, shortest, histogram: counter.histogram, conforming, unjudged };
}

function limitsOf(limits: Limits | null, output: string): Limits | null {
  return limits?.output === output ? limits : null;
}
