import assert from "node:assert/strict";
import { resultOf } from "@quanheng/flow/decision/result.ts";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { flagSentence } from "@quanheng/flow/determination/flag.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { RawReadings } from "@quanheng/flow/determination/read-readings.ts";
import { describe, test } from "vitest";
import { definitionById, definitionFor } from "../../../registry.ts";
import { sugarAndFoodMethods } from "../methods.ts";
import { ORDINARY_READINGS } from "../ordinary-readings.ts";
import { filled } from "../testing/filled.ts";

function definition(id: string): MethodDefinition {
  const found = definitionById(id);
  assert.ok(found, id);
  return found;
}

function evaluated(id: string, readings: RawReadings) {
  const outcome = evaluateRaw(definition(id), filled(definition(id), readings));
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.evaluation;
}

function refusedCodes(id: string, readings: RawReadings): readonly (readonly [string, number | null, string])[] {
  const outcome = evaluateRaw(definition(id), filled(definition(id), readings));
  return outcome.ok ? [] : outcome.problems.map(({ field, index, code }) => [field, index, code] as const);
}

const GOOD = ORDINARY_READINGS;
const pol = GOOD["sugar.polarization"] ?? {};

const measuring = sugarAndFoodMethods.filter(({ id }) => id !== "sugar.mites");

describe("every method on the bench", () => {
  test.each(measuring.map(({ id }) => [id]))("%s makes a result of good readings", (id) => {
    const evaluation = evaluated(id, GOOD[id] ?? {});
    const { measurement, expanded, k, reported, reportedExpanded } = evaluation;
    assert.ok(measurement.value > 0 && measurement.u > 0 && measurement.u < measurement.value);
    assert.equal(k.toFixed(2), "2.00");
    assert.ok(Math.abs(expanded - k * measurement.u) < 1e-15);
    assert.match(reported, /^\d+(\.\d+)?$/);
    assert.match(reportedExpanded, /^\d+(\.\d+)?$/);
    assert.deepEqual(evaluation.flags, []);
  });

  test.each(sugarAndFoodMethods.map((item) => [item.id, item] as const))(
    "%s has ids, labels and names for all it shows",
    (id, item) => {
      assert.equal(new Set(item.inputs.map(({ name }) => name)).size, item.inputs.length);
      const evaluation = evaluated(id, GOOD[id] ?? {});
      const shown = [
        ...evaluation.measurement.budget.map(({ source }) => source),
        ...evaluation.intermediate.map(({ name }) => name),
      ];
      for (const key of shown) assert.ok(item.names[key], `${id} names ${key}`);
      for (const { label, unit } of item.inputs) assert.ok(label.zh && label.en && unit);
    },
  );

  test.each(sugarAndFoodMethods.map((item) => [item.id, item] as const))(
    "%s asks for every reading that is missing",
    (id, item) => {
      const missing = refusedCodes(id, {}).map(([field]) => field);
      const needed = item.inputs.filter(
        ({ preset, optional, kind }) => preset === undefined && !optional && kind !== "flag",
      );
      assert.deepEqual(
        missing,
        needed.map(({ name }) => name),
      );
      assert.ok(refusedCodes(id, {}).every(([, , code]) => code === "reading-missing"));
    },
  );

  /** The value moved by one standard uncertainty of a source moves by its contribution: the sensitivities are right. */
  test.each([
    ["sugar.polarization", "rotationDeg", "rotation", 1e-4],
    ["sugar.polarization", "massG", "mass", 1e-4],
    ["sugar.polarization", "volumeMl", "flask", 1e-3],
    ["sugar.polarization", "tubeMm", "tube", 1e-3],
    ["sugar.polarization", "temperatureC", "temperature", 1e-3],
    ["sugar.polarization", "plateCertifiedZ", "plate", 1e-3],
    ["sugar.conductivity-ash", "waterUsCm", "waterBlank", 1e-3],
    ["sugar.conductivity-ash", "solutionC", "temperature", 1e-3],
    ["sugar.colour-icumsa", "absorbance", "absorbance", 1e-6],
    ["sugar.colour-icumsa", "rdsPercent", "rds", 1e-4],
    ["sugar.colour-icumsa", "cellCm", "cellLength", 1e-4],
    ["sugar.turbidity", "unfiltered", "absorbance", 1e-6],
    ["sugar.reducing-sugars", "massG", "mass", 1e-4],
    ["sugar.reducing-sugars", "blankMl", "blank", 1e-3],
    ["sugar.invert-sugar-edta", "titreMl", "burette", 1e-4],
    ["sugar.loss-on-drying", "afterG", "drift", -1e-4],
    ["sugar.insolubles", "massG", "mass", 1e-2],
    ["sugar.insolubles", "loadedG", "drift", 1e-5],
    ["sugar.sulphur-dioxide", "absorbance", "absorbance", 1e-5],
    ["sugar.sulphur-dioxide", "aliquotMl", "aliquot", 1e-4],
    ["sugar.sulphur-dioxide", "totalMl", "volume", 1e-3],
    ["sugar.lead", "recoveryPercent", "recovery", 1e-3],
    ["sugar.lead", "massG", "mass", 1e-6],
    ["sugar.lead", "volumeMl", "volume", 1e-4],
  ])("%s: the sensitivity to %s is its difference quotient", (id, input, source, step) => {
    const raw = filled(definition(id), GOOD[id] ?? {});
    const moved = (by: number): number => {
      const shift = (text: string) => (Number(text) + by).toFixed(9);
      const value = raw[input];
      const shifted = typeof value === "string" ? shift(value) : (value ?? []).map(shift);
      return evaluated(id, { ...raw, [input]: shifted }).measurement.value;
    };
    const quotient = (moved(step) - moved(-step)) / (2 * step);
    const line = evaluated(id, raw).measurement.budget.find((item) => item.source === source);
    assert.ok(line);
    // The sign of a weighing that enters a difference is free; the loss falls when the dried mass grows.
    const expected = Math.abs(quotient);
    assert.ok(
      Math.abs(Math.abs(line.sensitivity) - expected) <= 2e-4 * expected + 1e-12,
      `${line.sensitivity} and ${quotient}`,
    );
  });
});

describe("polarization on the bench", () => {
  test("value 99.85 °Z and a budget that a reader can check", () => {
    const { measurement, reported, reportedExpanded } = evaluated("sugar.polarization", pol);
    assert.equal(reported, "99.85");
    // √(0.0126² + 0.01445² + 0.00998² + 0.01153² + …) with s_r/√2 = 0.05/2.8/√2, 99.85·0.005/34.548, 99.85·0.01/100.06,
    // 99.85·0.02/√3/100, 99.85·0.01/√3/200, 99.85·0.00019·0.2/√3, 99.85·0.0002/√3/26
    const parts = [0.012627, 0.014451, 0.009979, 0.01153, 0.002882, 0.00219, 0.000443];
    assert.ok(Math.abs(measurement.u - Math.hypot(...parts)) < 1e-5);
    assert.equal(reportedExpanded, "0.05");
  });

  test("portions that differ by exactly 0.05 °Z are repeatable, by more they are flagged and the scatter counts", () => {
    const apart = (second: string) => evaluated("sugar.polarization", { ...pol, rotationDeg: ["34.548", second] });
    assert.deepEqual(apart("34.565").flags, []);
    const { flags, measurement, k } = apart("34.600");
    assert.deepEqual(
      flags.map(({ code }) => code),
      ["repeatability-exceeded"],
    );
    assert.ok(measurement.dof < 2 && k > 4);
    assert.ok(flags[0] && flagSentence(flags[0], definition("sugar.polarization")).en.includes("0.05 °Z"));
  });

  test("a single portion is allowed and said", () => {
    const { flags } = evaluated("sugar.polarization", { ...pol, massG: ["26.000"], rotationDeg: ["34.548"] });
    assert.deepEqual(
      flags.map(({ code }) => code),
      ["single-determination"],
    );
  });

  test("unequal numbers of portions are refused at the field", () => {
    assert.deepEqual(refusedCodes("sugar.polarization", { ...pol, massG: ["26.000"] }), [
      ["massG", null, "portions-differ"],
    ]);
  });
});

test("a dried mass above the wet one is refused with its field and portion", () => {
  const good = GOOD["sugar.loss-on-drying"] ?? {};
  assert.deepEqual(refusedCodes("sugar.loss-on-drying", { ...good, afterG: ["45.2257", "45.2000"] }), [
    ["afterG", 1, "negative-loss"],
  ]);
});

test("colour above 500 IU is reported to the tens", () => {
  const { reported } = evaluated("sugar.colour-icumsa", {
    ...GOOD["sugar.colour-icumsa"],
    absorbance: ["1.59", "1.59"],
  });
  assert.equal(reported, "520");
});

describe("contents near the limit of quantification", () => {
  test("below it the report says less than the limit, never a number and never zero", () => {
    const evaluation = evaluated("sugar.sulphur-dioxide", {
      ...GOOD["sugar.sulphur-dioxide"],
      absorbance: ["0.012", "0.013"],
    });
    assert.equal(evaluation.reported, "<1.0");
    assert.equal(evaluation.operator, "<");
    assert.deepEqual(
      evaluation.flags.map(({ code }) => code),
      ["below-quantification"],
    );
    assert.ok(evaluation.measurement.u > 0);
  });

  test("no lead found at all still has the scatter of the blank as its uncertainty: 0.04/10", () => {
    const { measurement, reported } = evaluated("sugar.lead", { ...GOOD["sugar.lead"], digestUgL: ["0.4", "0.4"] });
    assert.equal(measurement.value, 0);
    assert.ok(Math.abs(measurement.u - 0.004) < 1e-12);
    assert.equal(reported, "<0.040");
  });

  test("a recovery of 60 % spoils the result", () => {
    const codes = refusedCodes("sugar.lead", { ...GOOD["sugar.lead"], recoveryPercent: "60" });
    assert.deepEqual(
      codes.map(([field, , code]) => [field, code]),
      [["recoveryPercent", "recovery-out-of-range"]],
    );
  });
});

describe("mites", () => {
  test("none found is a count of what was examined, with no uncertainty stated", () => {
    const evaluation = evaluated("sugar.mites", { massG: "250.0", found: "0" });
    assert.deepEqual([evaluation.reported, evaluation.reportedExpanded, evaluation.examined], ["0", "—", "250 g"]);
    const { u, expanded, value } = resultOf("mites", evaluation);
    assert.deepEqual([u, expanded, value], [null, null, "0"]);
  });

  test("half a mite is refused", () => {
    assert.deepEqual(refusedCodes("sugar.mites", { massG: "250", found: "0.5" }), [["found", null, "not-whole"]]);
  });
});

test("the registry finds the method for a document", () => {
  assert.equal(definitionFor("invert-sugar", "TCVN 6960:2023")?.id, "sugar.invert-sugar-edta");
  assert.equal(definitionFor("invert-sugar", "GB/T 35887-2018")?.id, "sugar.reducing-sugars");
  assert.equal(definitionFor("lead", "GB 5009.12-2023")?.id, "sugar.lead");
  assert.equal(definitionFor("polarisation", "no such document"), undefined);
  assert.equal(new Set(sugarAndFoodMethods.map(({ id }) => id)).size, sugarAndFoodMethods.length);
});

describe("a blank, a zero or a control that cannot be", () => {
  const lead = GOOD["sugar.lead"] ?? {};
  const sulphur = GOOD["sugar.sulphur-dioxide"] ?? {};
  const codes = (id: string, readings: RawReadings) => evaluated(id, readings).flags.map(({ code }) => code);

  test("lead: a blank of 70 µg/L above a digest of 60 µg/L is refused, never “less than”", () => {
    assert.deepEqual(refusedCodes("sugar.lead", { ...lead, digestUgL: ["60", "61"], blankUgL: "70" }), [
      ["blankUgL", 0, "blank-above-sample"],
    ]);
  });

  test("lead: the blank of one portion may fall below zero by 3/10 of the limit, 0.012 mg/kg = 0.6 µg/L, no further", () => {
    const at = (digest: string) => ({ ...lead, digestUgL: ["1.0", digest], blankUgL: "1.0" });
    assert.equal(evaluated("sugar.lead", at("0.41")).reported, "<0.040");
    assert.deepEqual(refusedCodes("sugar.lead", at("0.39")), [["blankUgL", 1, "blank-above-sample"]]);
  });

  test("lead: a blank of 31 µg/L in 60 µg/L, worth 0.62 mg/kg, wants attention; 29 µg/L does not", () => {
    const at = (blankUgL: string) => codes("sugar.lead", { ...lead, digestUgL: ["60", "60"], blankUgL });
    assert.deepEqual(at("31"), ["blank-large"]);
    assert.deepEqual(at("29"), []);
  });

  test("sulphur dioxide: 0.30 below 0.40 is refused, 0.21 with a blank of 0.15 is flagged: 0.15/0.02·100/200 = 3.75 mg/kg", () => {
    const at = (absorbance: string, blankAbsorbance: string) => ({
      ...sulphur,
      absorbance: [absorbance, absorbance],
      blankAbsorbance,
    });
    assert.deepEqual(refusedCodes("sugar.sulphur-dioxide", at("0.30", "0.40")), [
      ["blankAbsorbance", 0, "blank-above-sample"],
    ]);
    assert.deepEqual(codes("sugar.sulphur-dioxide", at("0.21", "0.15")), ["blank-large"]);
  });

  test("ash: water of 1.90 µS/cm counts 0.35·1.90 = 0.665, more than half of 1.20, and above 0.50 there is no sugar", () => {
    const at = (solution: string) => ({
      solutionUsCm: [solution, solution],
      solutionC: "20",
      waterUsCm: "1.90",
      waterC: "20",
    });
    assert.deepEqual(codes("sugar.conductivity-ash", at("1.20")), ["blank-large"]);
    assert.deepEqual(codes("sugar.conductivity-ash", at("1.40")), []);
    assert.deepEqual(refusedCodes("sugar.conductivity-ash", at("0.50")), [["solutionUsCm", 0, "blank-above-sample"]]);
  });

  test("Ofner: a blank of 3.00 of 4.40 mL is flagged, one of 4.00 leaves −0.60 mL after 1 mL for the sucrose", () => {
    const at = (blankMl: string) => ({
      ...GOOD["sugar.reducing-sugars"],
      thiosulphateMl: ["15.60", "15.60"],
      blankMl,
    });
    assert.deepEqual(codes("sugar.reducing-sugars", at("3.00")), ["blank-large"]);
    assert.deepEqual(refusedCodes("sugar.reducing-sugars", at("4.00")), [
      ["thiosulphateMl", 0, "titration-impossible"],
    ]);
  });

  test("Knight and Allen: a titre that grows with the sugar is no titre table", () => {
    const turned = { ...GOOD["sugar.invert-sugar-edta"], lowTitreMl: "6.00", highTitreMl: "7.00" };
    assert.deepEqual(refusedCodes("sugar.invert-sugar-edta", turned), [["titreMl", 0, "titre-not-bracketed"]]);
  });

  test("turbidity: filtered above unfiltered is refused in its portion", () => {
    const swapped = { ...GOOD["sugar.turbidity"], filtered: ["0.1245", "0.1791"] };
    assert.deepEqual(refusedCodes("sugar.turbidity", swapped), [["filtered", 1, "filtered-above-unfiltered"]]);
  });

  test("insolubles: 60 g cannot stay of 50 g", () => {
    const readings = { massG: ["50", "50"], emptyG: ["0.1", "0.1"], loadedG: ["0.1", "60.1"] };
    assert.deepEqual(refusedCodes("sugar.insolubles", readings), [["loadedG", 1, "outside-method-range"]]);
  });

  test("polarization: a plate 1.01 °Z off is refused, 0.11 °Z off is flagged, 0.10 °Z off is not", () => {
    const at = (plateReadZ: string) => ({ ...pol, plateCertifiedZ: "100.00", plateReadZ });
    assert.deepEqual(refusedCodes("sugar.polarization", at("98.99")), [["plateReadZ", null, "plate-disagrees"]]);
    assert.deepEqual(codes("sugar.polarization", at("99.89")), ["outside-preferred-range"]);
    assert.deepEqual(codes("sugar.polarization", at("99.90")), []);
  });

  test("polarization: no sugar reads above 101 °Z; 35.0° are 100·35/34.626 = 101.08 °Z", () => {
    const high = {
      ...pol,
      plateCertifiedZ: "100",
      plateReadZ: "100",
      temperatureC: "20",
      rotationDeg: ["34.9", "35.0"],
    };
    assert.deepEqual(refusedCodes("sugar.polarization", high), [["rotationDeg", 1, "outside-method-range"]]);
  });
});
