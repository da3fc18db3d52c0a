import { definitionById } from "@quanheng/centres/registry.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { expect, test } from "vitest";
import { type BenchEntry, differs, filledReadings, initialEntry, newestOf, type Observation } from "./bench-entry.ts";
import { placeProblems } from "./field-problems.ts";

const method = (id: string): MethodDefinition => {
  const found = definitionById(id);
  if (!found) throw new Error(`no method ${id}`);
  return found;
};
const drying = method("sugar.loss-on-drying");

const instrument = (id: `equ-${string}`, type: string, usable = true): TaskDetail["instruments"][number] => ({
  id,
  type,
  name: { zh: type, en: type },
  serial: id,
  dueOn: "2027-01-01",
  usable,
  why: usable ? null : { zh: "已到期", en: "expired" },
});
const observation = (number: number, readings: Observation["readings"]): Observation => ({
  id: `obs-${number}`,
  number,
  readings,
  instruments: [{ type: "analytical-balance", instrumentId: "equ-b1" }],
  environment: { temperatureC: "21.5", humidityPercent: null },
  origin: "typed",
  fileId: null,
  fileSha256: null,
  enteredBy: { zh: "莫晓燕", en: "Mo Xiaoyan" },
  enteredById: "per-mo",
  enteredAt: "2026-11-25T08:00:00Z",
  reason: null,
  evaluation: null,
  verdicts: [],
});
const task = (part: Pick<TaskDetail, "instruments" | "observations">) => part as TaskDetail;

test("a new entry offers two portions, the presets, and an instrument only where there is no choice", () => {
  const instruments = [
    instrument("equ-b1", "analytical-balance"),
    instrument("equ-b2", "analytical-balance", false),
    instrument("equ-o1", "drying-oven"),
    instrument("equ-o2", "drying-oven"),
  ];
  const entry = initialEntry(drying, task({ instruments, observations: [] }));
  expect(entry.readings["dishG"]).toEqual(["", ""]);
  expect(entry.readings["balanceG"]).toBe("0.0002");
  expect(entry.instruments).toEqual({ "analytical-balance": "equ-b1", "drying-oven": "" });
  expect(entry.reason).toBe("");
});

test("a correction begins with the newest readings, whatever their order, and never with a preset in an empty place", () => {
  const observations = [observation(2, { dishG: ["25.1", "25.2", "25.3"] }), observation(1, { dishG: ["24.0"] })];
  const entry = initialEntry(drying, task({ instruments: [], observations }));
  expect(newestOf({ observations })?.number).toBe(2);
  expect(entry.readings["dishG"]).toEqual(["25.1", "25.2", "25.3"]);
  expect(entry.readings["balanceG"]).toBe("");
  expect(entry.temperatureC).toBe("21.5");
});

test("an empty place is absent, never zero; a gap inside a series stays a gap", () => {
  expect(filledReadings({ ovenC: " ", dishG: ["25.1", "", "25.3", ""], beforeG: ["", ""] })).toEqual({
    dishG: ["25.1", "", "25.3"],
  });
});

test("only what says something else counts as a change", () => {
  const former = observation(1, { dishG: ["25.1"], ovenC: "105" });
  const same: BenchEntry = {
    readings: { ovenC: "105", dishG: ["25.1", ""], afterG: ["", ""] },
    instruments: { "analytical-balance": "equ-b1" },
    temperatureC: "21.5",
    humidityPercent: "",
    file: null,
    reason: "typed a reason first",
  };
  expect(differs(same, former)).toBe(false);
  expect(differs({ ...same, readings: { ...same.readings, dishG: ["25.10"] } }, former)).toBe(true);
  expect(differs({ ...same, humidityPercent: "45" }, former)).toBe(true);
  expect(differs({ ...same, instruments: { "analytical-balance": "equ-b2" } }, former)).toBe(true);
});

test("while typing only what is wrong is said; what is missing is counted and said at the first attempt to save", () => {
  const readings = { dishG: ["25.1", ""], ovenC: "" };
  const problems = [
    { field: "dishG", index: 1, code: "reading-missing", facts: {} },
    { field: "afterG", index: null, code: "too-few-readings", facts: { given: 0, needed: 1 } },
    { field: "ovenC", index: null, code: "reading-out-of-range", facts: {} },
    { field: "", index: null, code: "composition-over-100", facts: {} },
  ];
  const typing = placeProblems(drying, problems, readings, false);
  expect([typing.missing, typing.wrong]).toEqual([2, 2]);
  expect(typing.of("dishG", 1)).toBeNull();
  expect(typing.of("ovenC", null)?.code).toBe("reading-out-of-range");
  expect(typing.elsewhere.map(({ code }) => code)).toEqual(["composition-over-100"]);

  const saving = placeProblems(drying, problems, readings, true);
  expect(saving.of("dishG", 1)?.code).toBe("reading-missing");
  expect(saving.of("dishG", 0)).toBeNull();
});

test("a problem of a whole series stands at its first empty place", () => {
  const problem = { field: "afterG", index: null, code: "portions-differ", facts: {} };
  const placed = placeProblems(drying, [problem], { afterG: ["45.1", "", ""] }, true);
  expect(placed.of("afterG", 1)?.code).toBe("portions-differ");
  expect(placed.of("afterG", 2)).toBeNull();
});
