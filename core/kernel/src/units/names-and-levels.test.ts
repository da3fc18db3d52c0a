import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { decimal, formatDecimal } from "../decimal.ts";
import { conversionFactor, convert, convertDifference, isConvertible } from "./convert.ts";
import { dsiUnit } from "./dsi.ts";
import { factorsOf } from "./factors.ts";
import { convertLevel, levelOf, quantityOfLevel } from "./level.ts";
import { isUnit } from "./parse.ts";
import { unitName } from "./unit-name.ts";
import { UNIT_WORDS } from "./unit-words.ts";

describe("names of units", () => {
  test.each([
    ["kg", "千克", "千克", "kilogram"],
    ["MPa", "兆帕斯卡", "兆帕", "megapascal"],
    ["m/s", "米每秒", "米每秒", "metre per second"],
    ["m/s2", "米每二次方秒", "米每二次方秒", "metre per second squared"],
    ["m.s-2", "米每二次方秒", "米每二次方秒", "metre per second squared"],
    ["kg/m3", "千克每立方米", "千克每立方米", "kilogram per cubic metre"],
    ["mm2", "平方毫米", "平方毫米", "square millimetre"],
    ["J/(kg.K)", "焦耳每千克开尔文", "焦每千克开", "joule per kilogram kelvin"],
    ["W/(m2.K)", "瓦特每平方米开尔文", "瓦每平方米开", "watt per square metre kelvin"],
    ["N.m", "牛顿米", "牛米", "newton metre"],
    ["kW.h", "千瓦特小时", "千瓦时", "kilowatt hour"],
    ["kW.h/m2", "千瓦特小时每平方米", "千瓦时每平方米", "kilowatt hour per square metre"],
    ["/K", "每开尔文", "每开", "per kelvin"],
    ["1/K", "每开尔文", "每开", "per kelvin"],
    ["10*-6/K", "10⁻⁶每开尔文", "10⁻⁶每开", "10⁻⁶ per kelvin"],
    ["g/(100.g)", "克每100克", "克每100克", "gram per 100 grams"],
    ["Cel", "摄氏度", "摄氏度", "degree Celsius"],
    ["{CFU}/g", "菌落形成单位每克", "菌落形成单位每克", "colony-forming unit per gram"],
    ["dB{uV/m}", "分贝尔（微伏特每米）", "分贝（微伏每米）", "decibel (microvolt per metre)"],
    ["%{vol}", "百分之一（体积分数）", "百分之一（体积分数）", "per cent (by volume)"],
    [
      "mg{KOH}/g",
      "毫克（以氢氧化钾计）每克",
      "毫克（以氢氧化钾计）每克",
      "milligram (as potassium hydroxide) per gram",
    ],
    ["1", "一", "一", "one"],
    ["m4", "四次方米", "四次方米", "metre to the power 4"],
  ])("%s", (code, zh, short, en) => assert.deepEqual(unitName(code), { zh, short, en }));

  test("every name is that of a unit", () => {
    for (const symbol of Object.keys(UNIT_WORDS)) assert.ok(isUnit(symbol), symbol);
  });

  test.each(["nonsense", "[smoot]", "{strange}/g", "mg{}", ""])("%j has no name and is refused", (code) => {
    assert.throws(() => unitName(code), { code: "unknown-unit" });
  });

  test("quotients of quotients and parentheses keep their signs", () => {
    const written = (code: string) => factorsOf(code).map(({ symbol, exponent }) => `${symbol}${exponent}`);
    assert.deepEqual(written("a/b/cd"), ["a1", "b-1", "cd-1"]);
    assert.deepEqual(written("m/(s/(g.K))"), ["m1", "s-1", "g1", "K1"]);
    assert.deepEqual(written("m/(s.g).K"), ["m1", "s-1", "g-1", "K1"]);
  });
});

/** Units that stand in the data of the project and are none: they belong to texts or are written otherwise in UCUM. */
const NOT_UCUM = ["1e-6/K", "g or mL"];

test("every unit that the data and the methods use has a legal name", () => {
  const units = new Set([...unitsOfData(), ...UNITS_OF_METHODS]);
  assert.ok(units.size > 60);
  for (const unit of units) {
    if (NOT_UCUM.includes(unit)) continue;
    assert.ok(isUnit(unit), `${unit} is no UCUM code`);
    const { zh, short, en } = unitName(unit);
    for (const name of [zh, short, en]) assert.ok(name.length > 0 && !/undefined/.test(name), unit);
  }
});

/** Units in which readings and results of the centres' methods are stated. */
const UNITS_OF_METHODS =
  "% mm Cel 1 g dB W mL V mg/kg m/s2 m/s A um s MPa uS/cm g/(100.g) m2 km/h kW m cm Ohm N L Hz mm2 mA.h m3/h m3 kW.h h g/mL degZ deg W/m2 MHz K m2/s4/Hz ug t/h nm min mg/m3 mg mA kg/m3 kg/h kg kW.h/m2 kJ/kg kJ kHz g/m3 [ppth] [EU]/mL V/K Pa Ohm/K K-1 1/K /ug /m".split(
    " ",
  );

function unitsOfData(): readonly string[] {
  const folder = join(import.meta.dirname, "../../../../data");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return [...text.matchAll(/"unit": ?"([^"]+)"/g)].map(([, unit = ""]) => unit);
  });
}

describe("levels", () => {
  test("published levels", () => {
    const close = (found: number, expected: number) =>
      assert.ok(Math.abs(found - expected) < 1e-9 * Math.max(1, Math.abs(expected)), `${found}`);
    close(levelOf(1, "V", "dB[uV]"), 120);
    close(levelOf(1, "mV", "dB{uV}"), 60);
    close(levelOf(1, "W", "dB{mW}"), 30);
    close(levelOf(1, "Pa", "dB[SPL]"), 93.97940008672037);
    close(levelOf(10, "mV/m", "dB{uV/m}"), 80);
    close(levelOf(Math.E, "V", "Np{V}"), 1);
    close(levelOf(1e-7, "mol/L", "[pH]"), 7);
    close(quantityOfLevel(4, "[pH]", "mmol/L"), 0.1);
    close(quantityOfLevel(-3, "dB[W]", "W"), 10 ** -0.3);
    close(convertLevel(0, "dB[V]", "dB[uV]"), 120);
    close(convertLevel(30, "dB{mW}", "B[W]"), 0);
    // One neper is 8.685889638 dB (ISO 80000-1:2022, annex C).
    close(convertLevel(1, "Np{V}", "dB{V}"), 8.685889638065035);
  });

  test("what is no level, has no logarithm or measures something else is refused", () => {
    assert.throws(() => levelOf(1, "V", "dB"), { code: "special-unit" });
    assert.throws(() => levelOf(1, "V", "m"), { code: "special-unit" });
    assert.throws(() => levelOf(0, "V", "dB[uV]"), { code: "outside-domain" });
    assert.throws(() => levelOf(Number.NaN, "V", "dB[uV]"), { code: /./ });
    assert.throws(() => levelOf(1, "W", "dB[uV]"), { code: "unit-mismatch" });
    assert.throws(() => levelOf(1, "V", "dB{nonsense}"), { code: "unknown-unit" });
    assert.throws(() => quantityOfLevel(Infinity, "dB[uV]", "V"), { code: "not-finite" });
  });
});

describe("temperatures and their differences", () => {
  const of = (make: typeof convert, value: string, from: string, to: string) =>
    formatDecimal(make(decimal(value), from, to));

  test("a temperature keeps its offset, a difference or an uncertainty has none", () => {
    assert.equal(of(convert, "25", "Cel", "K"), "298.15");
    assert.equal(of(convertDifference, "25", "Cel", "K"), "25");
    assert.equal(of(convert, "98.6", "[degF]", "Cel"), "37");
    assert.equal(of(convertDifference, "0.9", "[degF]", "Cel"), "0.5");
    assert.equal(of(convert, "-40", "Cel", "[degF]"), "-40");
    assert.equal(of(convertDifference, "1", "K", "[degF]"), "1.8");
  });

  test("in a product a temperature is meant as a difference", () => {
    assert.deepEqual(conversionFactor("um/(m.Cel)", "um/(m.K)"), { numerator: 1n, denominator: 1n });
    assert.deepEqual(conversionFactor("J/(kg.[degF])", "J/(kg.K)"), { numerator: 9n, denominator: 5n });
    assert.equal(isConvertible("Cel", "K"), true);
    assert.equal(of(convert, "1", "Cel/min", "K/min"), "1");
  });
});

test("D-SI also where UCUM has parentheses, and for logarithmic units", () => {
  assert.equal(dsiUnit("W/(m2.K)"), "\\watt\\metre\\tothe{-2}\\kelvin\\tothe{-1}");
  assert.equal(dsiUnit("dB"), "\\deci\\bel");
  assert.equal(dsiUnit("Np"), "\\neper");
  assert.equal(dsiUnit("m2.s-4/Hz"), "\\metre\\tothe{2}\\second\\tothe{-4}\\hertz\\tothe{-1}");
  assert.throws(() => dsiUnit("dB{uV}"), { code: "unknown-unit" });
});
