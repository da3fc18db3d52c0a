import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { absolute, compare, decimal, formatDecimal, minus, trimZeros } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { METRIC, PLAIN } from "./atoms.ts";
import { conversionFactor, convert, convertDifference, isConvertible } from "./convert.ts";
import { isUnit, parseUnit } from "./parse.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../shared");
const functionalTests = join(shared, "vectors/metrology/ucum/UcumFunctionalTests.xml");
const present = existsSync(functionalTests);
if (!present) process.stdout.write("units: the UCUM functional tests are not here and were not run\n");

const converted = (value: string, from: string, to: string) =>
  formatDecimal(trimZeros(convert(decimal(value), from, to)));

describe("the sugar bench", () => {
  test.each([
    ["0.1", "%", "1", "0.001"],
    ["0.05", "g/(100.g)", "%", "0.05"],
    ["0.5", "mg/kg", "%", "0.00005"],
    ["1", "mg/mL", "g/L", "1"],
    ["12.5", "uS/cm", "S/m", "0.00125"],
    ["500", "t", "kg", "500000"],
    ["2", "h", "min", "120"],
    ["20", "Cel", "K", "293.15"],
    ["68", "[degF]", "Cel", "20"],
    ["1", "mCel", "K", "273.151"],
    ["80", "[degRe]", "Cel", "100"],
    ["99.8", "degZ", "degZ", "99.8"],
    ["15", "{CFU}/g", "{CFU}/kg", "15000"],
    ["1", "[lb_av]", "g", "453.59237"],
    ["30", "dB", "B", "3"],
  ])("%s %s in %s is %s", (value, from, to, expected) => assert.equal(converted(value, from, to), expected));

  test.each([
    ["-300", "Cel", "K"],
    ["-300", "Cel", "mCel"],
    ["-460", "[degF]", "Cel"],
    ["-1", "K", "Cel"],
  ])("%s %s in %s is refused: nothing is colder than 0 K", (value, from, to) =>
    assert.throws(
      () => convert(decimal(value), from, to),
      (error) => error instanceof Refusal && error.code === "outside-domain",
    ),
  );

  test("absolute zero itself, and a difference of any size, are converted", () => {
    assert.equal(converted("-273.15", "Cel", "K"), "0");
    assert.equal(formatDecimal(convertDifference(decimal("-300"), "Cel", "K")), "-300");
  });

  test("factors are exact, also where the digits never end", () => {
    assert.deepEqual(conversionFactor("[degF]", "K"), { numerator: 5n, denominator: 9n });
    assert.equal(formatDecimal(convert(decimal("1"), "m/h", "m/s")), `0.0002${"7".repeat(32)}8`);
  });

  test("a difference of 9 °F is one of 5 °C", () => {
    assert.equal(formatDecimal(convertDifference(decimal("9"), "[degF]", "Cel")), "5");
    assert.equal(formatDecimal(convertDifference(decimal("0.5"), "Cel", "K")), "0.5");
  });
});

describe("what may not be converted", () => {
  test.each([
    ["mg/kg", "mg/L"],
    ["mmol/L", "mg/L"],
    ["mol", "1"],
    ["meq", "mmol"],
    ["[iU]", "mg"],
    ["%{vol}", "%{mass}"],
    ["{CFU}/g", "{MPN}/g"],
    ["degZ", "%"],
    ["[pH]", "mol/L"],
    ["Cel", "m"],
  ])("%s and %s", (from, to) => {
    assert.equal(isConvertible(from, to), false);
    assert.throws(
      () => convert(decimal("1"), from, to),
      (error) => error instanceof Refusal,
    );
  });

  test.each([
    ["mg/kgg", 3, "kgg"],
    ["m//s", 2, ""],
    ["m2.(s", 5, ""],
    ["12h", 0, "12h"],
    ["m0", 0, "m0"],
    ["µg", 0, "µg"],
    ["g m", 0, "g m"],
    ["toString", 0, "toString"],
    ["__proto__", 0, "__proto__"],
    ["m999", 0, "m999"],
    ["", 0, ""],
  ])("%j is refused at position %d", (code, at, part) => {
    assert.throws(
      () => parseUnit(code),
      (error) => error instanceof Refusal && error.facts["at"] === at && error.facts["part"] === part,
    );
  });

  test("depth and length are bounded", () => {
    assert.equal(isUnit(`${"(".repeat(50)}m${")".repeat(50)}`), false);
    assert.equal(isUnit(`${"m.".repeat(5000)}m`), false);
  });
});

test("every unit of the table has a definition that can be read", () => {
  for (const name of [...Object.keys(METRIC), ...Object.keys(PLAIN)]) assert.ok(isUnit(name), name);
});

test.runIf(present)("the UCUM functional tests: 529 validations and 30 conversions", () => {
  const xml = readFileSync(functionalTests, "utf8").replace(/<!--[\s\S]*?-->/g, "");
  const cases = [...xml.matchAll(/<case ([^>]*?)\/>/g)].map(([, attributes = ""]) =>
    Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value])),
  );
  const validations = cases.filter(({ valid }) => valid !== undefined);
  const wrong = validations.filter(({ unit = "", valid }) => isUnit(unit) !== (valid === "true"));
  assert.deepEqual(wrong, []);
  assert.equal(validations.length, 529);

  const conversions = cases.filter(({ srcUnit }) => srcUnit !== undefined);
  for (const { id, value = "", srcUnit = "", dstUnit = "", outcome = "" } of conversions) {
    // Outcomes are printed to few digits: half a unit of the last one is allowed.
    const printed = decimal(outcome);
    const half = { digits: 5n, scale: printed.scale + 1 };
    const distance = absolute(minus(convert(decimal(value), srcUnit, dstUnit), printed));
    assert.ok(compare(distance, half) <= 0, id);
  }
});
