import { definitionById } from "@quanheng/centres/registry.ts";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { readReadings } from "@quanheng/flow/determination/read-readings.ts";
import { submitTest } from "@quanheng/flow/determination/work/enter-results.ts";
import type { LabWork, TestRecord } from "@quanheng/flow/determination/work/records.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { enterObservation } from "@quanheng/server/services/determination/enter-observation.ts";
import { getTask } from "@quanheng/server/services/determination/tasks.ts";
import { entryFor, HANDS, ROOT, runningCommission, tasksOf } from "@quanheng/server/testing/demo-journey.ts";
import { type Bench, quantile, timed } from "../figure.ts";
import { openPlatform } from "../platform.ts";

const EVALUATIONS = 100_000;
const TESTS = 200;
const TYPICAL = ["sugar.polarization", "petroleum.sulphur", "electronics.xrf-pb", "rail.ride-index"];

/** How fast methods evaluate with their budgets, and what it takes to keep what they come to. */
export const bench: Bench = async (tell) => {
  for (const id of TYPICAL) {
    const definition = definitionById(id);
    invariant(definition, `${id} is a method`);
    const readings = exampleOf(definition);
    for (let round = 0; round < 2000; round++) definition.evaluate(readings);
    const ms = await timed(() => {
      for (let round = 0; round < EVALUATIONS; round++) definition.evaluate(readings);
    });
    tell(`${id}, with budget`, ms, "ms", { evaluations: EVALUATIONS, bar: 1000 });
  }
  const work = calculatedWork();
  tell("worksheet of calculated tests, computed", await timed(() => submitAll(work)), "ms", { tests: TESTS, bar: 500 });
  await keptReadings(tell);
};

function exampleOf(definition: MethodDefinition) {
  const presets = definition.inputs.flatMap(({ name, preset }) => (preset === undefined ? [] : [[name, preset]]));
  const raw = { ...Object.fromEntries(presets), ...definition.example };
  const read = readReadings(definition, raw);
  invariant(read.ok && evaluateRaw(definition, raw).ok, `the example of ${definition.id} evaluates`);
  return read.readings;
}

/** 50 samples of water: two results entered and four calculated from them, each from the one before. */
function calculatedWork(): LabWork {
  const formulas = {
    Ca: "raw * dilution",
    hardness: "2.5 * Ca + 4.1 * Mg",
    classed: "hardness / 10",
    share: "Ca / hardness",
  };
  const samples = Array.from({ length: TESTS / 4 }, (_, at) => `S${at}`);
  const test = (sample: string, keyword: string, result: string | null, interims = {}): TestRecord => ({
    ...{ id: `${sample} ${keyword}`, sample, keyword, stage: "open", result, interims },
    ...{ verifiers: [], worksheet: null, place: "laboratory", capturedAt: null, submittedBy: null },
    ...{ duplicateOf: null, retestOf: null, void: false, files: [] },
  });
  return {
    samples: samples.map((id) => ({ id, stage: "received", parent: null, ranges: {}, applied: [] })),
    tests: samples.flatMap((sample) => [
      test(sample, "Mg", "12.4"),
      test(sample, "Ca", null, { raw: "8.2", dilution: "5" }),
      ...["hardness", "classed", "share"].map((keyword) => test(sample, keyword, null)),
    ]),
    formulas,
    verification: { required: 1, self: false, sameUser: "never" },
  };
}

function submitAll(work: LabWork): LabWork {
  return work.tests.reduce(
    (at, { id }) =>
      at.tests.find((each) => each.id === id)?.stage === "open"
        ? submitTest(at, id, "per-li", "2026-11-25T08:00:00Z")
        : at,
    work,
  );
}

/** The whole way of one entry: read, evaluated, decided, written with its trail; each a correction of the one before. */
async function keptReadings(tell: Parameters<Bench>[0]): Promise<void> {
  const platform = await openPlatform();
  try {
    const { id } = await runningCommission(platform);
    const analyst = platform.as(HANDS["ins-sugar"].analyst, "analyst");
    const [first] = await tasksOf(platform, id, "ins-sugar");
    invariant(first, "the commission has a test");
    const times: number[] = [];
    for (let round = 0; round < TESTS; round++) {
      const task = await getTask(analyst, first.id, ROOT);
      const entry = { ...entryFor(task), reason: round === 0 ? null : `round ${round}` };
      times.push(await timed(() => enterObservation(analyst, first.id, entry, ROOT)));
    }
    tell("one entry kept, median", quantile(times, 0.5), "ms", { entries: TESTS });
    tell(
      "entries kept one after another",
      times.reduce((sum, ms) => sum + ms, 0),
      "ms",
      { entries: TESTS },
    );
  } finally {
    await platform.close();
  }
}
