import { expect, test } from "vitest";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { HANDS } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { OPERATOR, plannedDraft, STANDARDS_ENGINEER } from "../selection/testing/drafts.ts";
import { getAcceptance } from "./acceptance.ts";
import { cancelRecognitionReport, listRecognitionReports, startRecognitionReport } from "./recognition-report.ts";
import { storedQuestion } from "./stored-question.ts";

test("a report plans every kept question with and without each recognition", async ({ onTestFinished }) => {
  const bench = await openDemoBench({ onTestFinished });
  await plannedDraft(bench);
  const operator = bench.as(OPERATOR);
  const { started, finished } = await startRecognitionReport(operator);
  expect([started.state, started.total, started.mine]).toEqual(["running", 1, true]);
  await finished;
  const [report] = (await listRecognitionReports(operator)).items;
  expect([report?.state, report?.done, report?.unproven]).toEqual(["done", 1, 0]);
  // The laboratories of the cluster are accredited by CNAS: without the arrangement no other market accepts them.
  const held = report?.worth.filter(({ kind }) => kind === "held");
  expect(held?.map(({ market, party }) => `${market} ${party}`)).toContain("VN GAC-MRA");
  for (const { plans, onlyWith, dearer, costFen } of report?.worth ?? []) {
    expect(plans).toBe(1);
    // One plan's sum would be one client's price.
    expect(costFen).toBeNull();
    expect(onlyWith + dearer).toBeLessThanOrEqual(plans);
  }
  expect(held?.find(({ market }) => market === "VN")?.onlyWith).toBe(1);
  const seen = await listRecognitionReports(bench.as(STANDARDS_ENGINEER));
  expect(seen.items.map(({ mine }) => mine)).toEqual([false]);
}, 60_000);

test("no enterprise and no laboratory sees a report, and only its author stops it", async ({ onTestFinished }) => {
  const bench = await openDemoBench({ onTestFinished });
  await plannedDraft(bench);
  const { started, finished } = await startRecognitionReport(bench.as(OPERATOR));
  expect((await listRecognitionReports(bench.as(HANDS.mill))).items).toEqual([]);
  expect((await refused(cancelRecognitionReport(bench.as(STANDARDS_ENGINEER), started.id))).code).toBe("not-found");
  const stopped = await cancelRecognitionReport(bench.as(OPERATOR), started.id);
  await finished;
  expect(stopped.state).toBe("cancelled");
  expect((await listRecognitionReports(bench.as(OPERATOR))).items.map(({ state }) => state)).toEqual(["cancelled"]);
  const [, , ...none] = (await bench.trail()).filter(({ subject }) => subject === started.id);
  expect(none).toEqual([]);
}, 60_000);

test("a report whose beginning breaks in any statement leaves nothing behind", async ({ onTestFinished }) => {
  const bench = await openDemoBench({ onTestFinished });
  const operator = bench.as(OPERATOR);
  const trail = await bench.trail();
  for (let n = 1; ; n++) {
    const work = startRecognitionReport(breakingAt(n, operator));
    const failed = await work.then(
      ({ finished }) =>
        finished.then(
          () => false,
          () => false,
        ),
      () => true,
    );
    if (!failed) break;
    expect((await listRecognitionReports(operator)).items).toEqual([]);
    expect(await bench.trail()).toEqual(trail);
  }
}, 60_000);

test("the digits of a kept question are numbers again, whatever stands around them", () => {
  expect(
    storedQuestion({ a: [{ digits: "-15", scale: 1 }], b: { digits: "x", scale: 1 }, c: null }) as unknown,
  ).toEqual({ a: [{ digits: -15n, scale: 1 }], b: { digits: "x", scale: 1 }, c: null });
});

test("every market rule says where it comes from and how far it may be trusted", async ({ onTestFinished }) => {
  const bench = await openDemoBench({ onTestFinished });
  const { rules, arrangements, methods } = await getAcceptance(bench.as("per-ganyu"));
  expect(rules.length).toBeGreaterThan(10);
  expect(arrangements.map(({ id }) => id)).toContain("GAC-MRA");
  for (const { source, date } of [...rules, ...arrangements, ...methods]) expect(source && date).toBeTruthy();
});
