import assert from "node:assert/strict";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { parseQuantity, type Quantity } from "@quanheng/kernel/quantity/parse-quantity.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { holdingOf, holdingText } from "../determination/aliquot.ts";
import { environmentStatus } from "./environment.ts";
import { certificateInForce, certificateState, downState, isFitAfterChecks } from "./equipment.ts";
import { withdraw } from "./reagent-lot.ts";
import { allowedMinutes, elapsedHours, freeDays, isSampleLate, punctuality } from "./turnaround.ts";

const TODAY = "2026-03-16";

describe("certificates of calibration", () => {
  test.each([
    [{ validFrom: TODAY, validTo: "2026-03-23" }, true, 7],
    [{ validFrom: "2026-03-01", validTo: TODAY }, true, 0],
    [{ validFrom: "2026-03-01", validTo: "2026-03-15" }, false, 0],
    [{ validFrom: "2026-03-17", validTo: "2026-12-31" }, false, 0],
    [{ validFrom: TODAY, validTo: null }, false, 0],
    [{ validFrom: TODAY, validTo: null, intervalDays: 365 }, true, 365],
  ])("%j holds: %s, %d days left", (certificate, valid, daysLeft) => {
    const state = certificateState(certificate, TODAY);
    assert.deepEqual([state.valid, state.daysLeft], [valid, daysLeft]);
  });

  test("weeks and days are said for a person", () =>
    assert.deepEqual(certificateState({ validFrom: TODAY, validTo: "2026-03-26" }, TODAY).weeksAndDays, [1, 3]));

  test("the one that holds longest counts, and none that has not begun", () => {
    const short = { validFrom: "2026-03-01", validTo: "2026-03-20" };
    const long = { validFrom: "2026-03-01", validTo: "2026-04-20" };
    const later = { validFrom: "2026-03-17", validTo: "2027-04-20" };
    assert.deepEqual(certificateInForce([short, long, later], TODAY), { position: 1, outOfDate: false });
    assert.deepEqual(certificateInForce([later], TODAY), { position: null, outOfDate: true });
    assert.deepEqual(certificateInForce([], TODAY), { position: null, outOfDate: true });
  });

  test("a date must exist", () =>
    assert.throws(
      () => certificateState({ validFrom: "2026-02-30", validTo: TODAY }, TODAY),
      (error) => error instanceof Refusal && error.code === "not-a-date",
    ));
});

test("a down period runs between its days; without an end it is incomplete", () => {
  assert.deepEqual(downState({ from: "2026-03-10", to: "2026-03-20" }, TODAY), {
    inProgress: true,
    daysLeft: 4,
    complete: true,
  });
  assert.equal(downState({ from: "2026-03-10", to: "2026-03-15" }, TODAY).inProgress, false);
  assert.deepEqual(downState({ from: TODAY, to: null }, TODAY), { inProgress: false, daysLeft: 0, complete: false });
  assert.equal(downState({ from: "2026-03-23", to: TODAY }, TODAY).complete, false);
});

test("one check outside its range takes an instrument out of use", () => {
  assert.equal(isFitAfterChecks([{ min: "0", max: "0", result: "0.00" }]), true);
  assert.equal(
    isFitAfterChecks([
      { min: "9", max: "11", result: "11" },
      { min: "0", max: "0", result: "0.1" },
    ]),
    false,
  );
});

test.each([
  ["-80", "normal"],
  ["-78", "warning"],
  ["-82.0", "warning"],
  ["-75.0", "warning"],
  ["-74.9", "critical"],
  ["-85.1", "critical"],
] as const)("%s °C is %s", (reading, status) =>
  assert.equal(environmentStatus(reading, { warn: ["-82", "-78"], critical: ["-85", "-75"] }), status),
);

test("no limits are no good reading; one side may be open", () => {
  assert.equal(environmentStatus("-80", null), "not-evaluated");
  assert.equal(environmentStatus("-80", {}), "not-evaluated");
  assert.equal(environmentStatus("8.1", { critical: [null, "8"] }), "critical");
  assert.equal(environmentStatus("8", { critical: [null, "8"] }), "warning");
  assert.equal(environmentStatus("-3", { critical: [null, "8"] }), "normal");
});

describe("turnaround", () => {
  const week = { weekend: [6, 7], holidays: ["2026-03-18"], workdays: ["2026-03-14"] };
  const hours = (start: string, end: string, calendar?: typeof week) =>
    formatDecimal(elapsedHours(start, end, calendar));

  // Friday 13 March 16:00 to Monday 16 March 09:00: 8 h + 24 h of the worked Saturday + 9 h.
  test("working hours leave out what is free and keep a worked Saturday", () => {
    assert.equal(hours("2026-03-13T16:00:00", "2026-03-16T09:00:00"), "65.00");
    assert.equal(hours("2026-03-13T16:00:00", "2026-03-16T09:00:00", week), "41.00");
    assert.equal(hours("2026-03-18T08:00", "2026-03-18T17:00", week), "0.00");
    assert.equal(hours("2026-03-17T12:00", "2026-03-19T12:00", week), "24.00");
    assert.equal(hours("2026-03-16T09:00:00", "2026-03-16T08:00:00", week), "-1.00");
  });

  test("seconds count, and the hours are rounded once", () => {
    assert.equal(hours("2026-03-01T08:00:00", "2026-03-01T08:00:59"), "0.02");
    assert.equal(hours("2026-03-01T08:00:00", "2026-03-01T09:30:45"), "1.51");
  });

  test.each(["2026-03-01", "2026-03-01T24:00:00", "2026-02-30T08:00:00", "x"])("%s is no moment", (moment) =>
    assert.throws(
      () => hours(moment, "2026-03-01T08:00:00"),
      (error) => error instanceof Refusal && error.code === "not-a-date",
    ),
  );

  test("free days, allowed time and lateness", () => {
    assert.equal(freeDays("2026-03-09", "2026-03-15", week), 1);
    assert.equal(freeDays("2026-03-15", "2026-03-09", week), 0);
    assert.equal(allowedMinutes({ days: 1, hours: 4, minutes: 0 }), 1680);
    assert.deepEqual(punctuality(1680, 2880), { earliness: -1200, lateness: 1200, late: true });
    assert.equal(punctuality(2880, 2880).late, false);
    assert.equal(isSampleLate([{ late: false }, { late: true }]), true);
    assert.equal(isSampleLate([]), false);
  });
});

test("a lot is used until its last day, never beyond what is left, and never when it was discarded", () => {
  const refuses = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;
  const lot = { lot: "L1", expiresOn: "2026-03-16", discarded: false, holding: holdingOf(quantity("5 mL")) };
  assert.equal(holdingText(withdraw(lot, quantity("2 mL"), "2026-03-16").holding), "3 mL");
  assert.throws(() => withdraw(lot, quantity("2 mL"), "2026-03-17"), refuses("lot-not-usable"));
  assert.throws(() => withdraw({ ...lot, discarded: true }, quantity("2 mL"), "2026-03-16"), refuses("lot-not-usable"));
  assert.throws(() => withdraw(lot, quantity("6 mL"), "2026-03-16"), refuses("quantity-insufficient"));
});

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  assert.ok(parsed.ok, text);
  return parsed.quantity;
}
