import { expect, test } from "vitest";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import {
  agreedCommission,
  HANDS,
  INTACT,
  openRunningBench,
  openSubmittedBench,
  ROOT,
} from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { getCommission } from "../selection/commissions.ts";
import { recordContractReview } from "./contract-review.ts";
import { receiveSample } from "./receive-sample.ts";
import { findScanned, getOneSample, pageSamples } from "./samples.ts";
import { splitSample } from "./split-sample.ts";
import { pageTasks } from "./tasks.ts";

const analystOf = (bench: DemoBench) => bench.as(HANDS["ins-sugar"].analyst);
const agreedStage = { name: "agreed", prepare: (bench: DemoBench) => agreedCommission(bench) };

async function onlySample(bench: DemoBench) {
  const { items } = await pageSamples(analystOf(bench), { limit: 10 }, ROOT);
  return items[0]!;
}
async function taskStates(bench: DemoBench) {
  const { items } = await pageTasks(analystOf(bench), { limit: 200 });
  return [...new Set(items.map(({ state }) => state))];
}

test("an intact sample makes its tasks ready and puts the commission in progress", async (t) => {
  const bench = await openDemoBench(t, agreedStage);
  const sample = await onlySample(bench);
  expect([sample.state, sample.receipt, await taskStates(bench)]).toEqual(["expected", null, ["waiting"]]);
  const received = await receiveSample(
    analystOf(bench),
    sample.id,
    { ...INTACT, quantity: "２．５", unit: "公斤", temperatureC: "-4" },
    ROOT,
  );

  expect([received.state, received.receipt?.quantity, received.receipt?.unit]).toEqual(["received", "2.5", "kg"]);
  expect([received.receipt?.temperatureC, received.receipt?.receivedBy.en]).toEqual(["-4", "Mo Xiaoyan"]);
  expect(await taskStates(bench)).toEqual(["ready"]);
  expect((await getCommission(bench.as(HANDS.mill), sample.commissionId)).state).toBe("in-progress");
});

test("an unsuitable sample holds its tasks back until the record is corrected, and both records stay", async (t) => {
  const bench = await openDemoBench(t, agreedStage);
  const sample = await onlySample(bench);
  const analyst = analystOf(bench);
  await receiveSample(analyst, sample.id, { ...INTACT, condition: "unsuitable", remarks: "wet bag" }, ROOT);
  expect([await taskStates(bench), (await bench.announced()).at(-1)?.topic]).toEqual([
    ["waiting"],
    "sample.unsuitable",
  ]);
  expect((await getCommission(analyst, sample.commissionId)).state).toBe("agreed");

  expect((await refused(receiveSample(analyst, sample.id, INTACT, ROOT))).code).toBe("already-received");
  const correction = { ...INTACT, supersedes: true };
  expect((await refused(receiveSample(analyst, sample.id, correction, ROOT))).code).toBe("reason-needed");
  const why = { ...correction, remarks: "the inner bag is dry" };
  expect((await receiveSample(analyst, sample.id, why, ROOT)).receipt?.condition).toBe("intact");
  expect(await taskStates(bench)).toEqual(["ready"]);
  const kept = await bench.database.owner.selectFrom("sample_receipt").selectAll().orderBy("id").execute();
  expect(kept.map(({ condition }) => condition)).toEqual(["unsuitable", "intact"]);
  expect(kept[1]?.supersedes).toBe(kept[0]?.id);
});

test("a receipt that cannot be is refused and says what to type", async (t) => {
  const bench = await openDemoBench(t, agreedStage);
  const { id } = await onlySample(bench);
  const receive = async (change: object, hands: string = HANDS["ins-sugar"].analyst) =>
    refused(receiveSample(bench.as(hands), id, { ...INTACT, ...change }, ROOT));

  expect((await receive({ unit: "mL" })).facts).toEqual({ given: "mL", expected: "g, kg, mg, t" });
  expect((await receive({ unit: "bags" })).code).toBe("unit-mismatch");
  expect((await receive({ quantity: "2,500" })).code).toBe("ambiguous-separator");
  expect((await receive({ quantity: "" })).code).toBe("empty");
  expect((await receive({ quantity: "0" })).code).toBe("reading-out-of-range");
  expect((await receive({ quantity: "<3" })).code).toBe("operator-not-allowed");
  expect((await receive({ quantity: "3", unit: "t" })).code).toBe("reading-out-of-range");
  expect((await receive({ temperatureC: "2500" })).code).toBe("reading-out-of-range");
  expect((await receive({ supersedes: true, remarks: "x" })).code).toBe("not-received");
  expect((await receive({ photoFileId: "fil-nothingofthis" })).code).toBe("not-found");
  expect((await receive({}, HANDS["ins-caiq"].analyst)).code).toBe("not-found");
  expect((await receive({}, HANDS.mill)).code).toBe("not-found");
});

test("no sample is received while a laboratory of the plan has not accepted", async (t) => {
  const bench = await openSubmittedBench(t, "fastest");
  const { commissionId: id, version } = bench;
  await recordContractReview(bench.as("per-luwenjing"), id, { version, outcome: "accepted", note: null });
  const sample = await onlySample(bench);

  const early = await refused(receiveSample(analystOf(bench), sample.id, INTACT, ROOT));
  expect([early.code, early.facts["state"]]).toEqual(["commission-not-running", "submitted"]);
});

test("whatever a scanner reads from the label finds the sample, for its laboratory and its client only", async (t) => {
  const bench = await openRunningBench(t);
  const sample = await onlySample(bench);
  const find = (code: string, hands: string = HANDS["ins-sugar"].analyst) => findScanned(bench.as(hands), code, ROOT);

  expect(sample.digitalLink).toBe(`${ROOT}/8004/9520001${sample.number}`);
  for (const code of [
    sample.digitalLink,
    sample.digitalLink.replace(ROOT, "http://192.0.2.1:8088"),
    `(8004)9520001${sample.number}`,
    `]d280049520001${sample.number}`,
    ` ${sample.number.toLowerCase()} `,
  ])
    expect((await find(code)).id, code).toBe(sample.id);
  expect((await find(sample.digitalLink, HANDS.mill)).id).toBe(sample.id);
  for (const code of [
    `(8004)9520002${sample.number}`,
    "(01)09520123456788",
    `${sample.number}9`,
    "%",
    "________________",
  ])
    expect((await refused(find(code))).code, code).toBe("not-found");
  expect((await refused(find(sample.number, HANDS["ins-caiq"].analyst))).code).toBe("not-found");
});

test("a sample is divided once; each part has a number of its own and names the whole", async (t) => {
  const bench = await openRunningBench(t);
  const sample = await onlySample(bench);
  const analyst = analystOf(bench);
  const parts = [
    { quantity: "1.6", unit: "kg", purpose: "test" },
    { quantity: "900", unit: "g", purpose: "retained" },
  ];
  const split = await splitSample(analyst, sample.id, parts, ROOT);

  expect(split.parts.map(({ number, quantity, unit }) => [number, quantity, unit])).toEqual([
    [`${sample.number}-1`, "1.6", "kg"],
    [`${sample.number}-2`, "900", "g"],
  ]);
  const part = split.parts[0]!;
  expect((await getOneSample(analyst, part.id, ROOT)).partOf?.number).toBe(sample.number);
  expect((await getOneSample(analyst, sample.id, ROOT)).parts).toHaveLength(2);
  expect((await findScanned(analyst, part.digitalLink, ROOT)).id).toBe(part.id);

  const again = await refused(splitSample(analyst, sample.id, parts, ROOT));
  expect([again.code, again.facts["parts"]]).toEqual(["already-split", [`${sample.number}-1`, `${sample.number}-2`]]);
  expect((await refused(splitSample(analyst, part.id, parts, ROOT))).code).toBe("part-of-sample");
});

test("parts cannot be more than the whole, weighed in another unit, or taken by another house", async (t) => {
  const bench = await openRunningBench(t);
  const { id } = await onlySample(bench);
  const split = (a: object, hands: string = HANDS["ins-sugar"].analyst) =>
    refused(
      splitSample(
        bench.as(hands),
        id,
        [
          { quantity: "1.7", unit: "kg", purpose: "test", ...a },
          { quantity: "801", unit: "g", purpose: "retained" },
        ],
        ROOT,
      ),
    );

  const tooMuch = await split({});
  expect([tooMuch.code, tooMuch.facts]).toEqual(["parts-exceed", { sum: "2.501", unit: "kg", quantity: "2.5" }]);
  expect((await split({ unit: "L" })).code).toBe("unit-mismatch");
  expect((await split({}, HANDS["ins-caiq"].analyst)).code).toBe("not-found");
  expect((await getOneSample(analystOf(bench), id, ROOT)).parts).toEqual([]);
});

test("two who divide a sample at once make one division", async (t) => {
  const bench = await openRunningBench(t);
  const { id } = await onlySample(bench);
  const parts = ["a", "b"].map((purpose) => ({ quantity: "1", unit: "kg", purpose }));
  const outcomes = await Promise.allSettled(
    [HANDS["ins-sugar"].analyst, HANDS["ins-sugar"].second].map((hands) =>
      splitSample(bench.as(hands), id, parts, ROOT),
    ),
  );

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await getOneSample(analystOf(bench), id, ROOT)).parts).toHaveLength(2);
});

test("whichever statement fails, neither receipt nor division leaves a trace", async (t) => {
  const bench = await openDemoBench(t, agreedStage);
  const { id } = await onlySample(bench);
  const state = async () => [
    await bench.trail(),
    await bench.announced(),
    await onlySample(bench),
    await taskStates(bench),
  ];
  const parts = ["a", "b"].map((purpose) => ({ quantity: "1", unit: "kg", purpose }));
  const works = [
    (n: number) => receiveSample(breakingAt(n, analystOf(bench)), id, INTACT, ROOT),
    (n: number) => splitSample(breakingAt(n, analystOf(bench)), id, parts, ROOT),
  ];

  for (const work of works) {
    const before = await state();
    for (let n = 1; ; n++) {
      const failure = await work(n).then(
        () => null,
        (error: Error) => error.message,
      );
      if (failure === null) break;
      expect(failure).toContain("injected fault");
      expect(await state(), `after a fault in statement ${n}`).toEqual(before);
    }
    expect(await state()).not.toEqual(before);
  }
});
