import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { formatDecimal } from "../decimal.ts";
import { inUnit, kindOfQuantity, parseQuantity } from "./parse-quantity.ts";
import { ucumOf } from "./written-unit.ts";

const read = (text: string | null) => {
  const parsed = parseQuantity(text);
  return parsed.ok ? `${parsed.quantity.digits} ${parsed.quantity.unit}` : parsed.code;
};

describe("a number with its unit", () => {
  test.each([
    ["10.0mL", "10.0 mL"],
    [" 2.3 kg ", "2.3 kg"],
    ["0.23 mg/L", "0.23 mg/L"],
    ["5 µg/kg", "5 ug/kg"],
    ["２０ ℃", "20 Cel"],
    ["-0.5 °C", "-0.5 Cel"],
    ["1\u2009000 m", "1000 m"],
    ["998.2 kg·m⁻³", "998.2 kg.m-3"],
    ["1.5e-3 mol/L", "0.0015 mol/L"],
    ["1.5 eV", "1.5 eV"],
    ["7.02 pH", "7.02 [pH]"],
    ["50 Ω", "50 Ohm"],
    ["10 毫升", "10 mL"],
    ["5毫克/升", "5 mg/L"],
    ["20 摄氏度", "20 Cel"],
    ["3 公斤", "3 kg"],
    ["0.5 兆帕", "0.5 MPa"],
    ["30 分钟", "30 min"],
  ])("%j reads as %s", (text, expected) => assert.equal(read(text), expected));

  test.each([
    [null, "empty"],
    ["  ", "empty"],
    ["1", "unit-missing"],
    ["10 20.34 ml", "not-a-quantity"],
    ["mL", "not-a-quantity"],
    ["1..5 g", "not-a-quantity"],
    ["1,5 g", "ambiguous-separator"],
    ["5 furlongs", "unknown-unit"],
    ["1 g g", "unknown-unit"],
    ["5 斤两", "unknown-unit"],
    ["5 毫/升", "unknown-unit"],
    [`1 ${"g.".repeat(500)}g`, "not-a-quantity"],
  ])("%j is declined: %s", (text, code) => assert.equal(read(text), code));

  test("the text as it was given is kept", () => {
    const parsed = parseQuantity("１０.０mL");
    assert.ok(parsed.ok);
    assert.equal(parsed.quantity.given, "１０.０mL");
  });

  test("a stated notation decides about the comma", () => {
    const parsed = parseQuantity("1.234,5 g", { decimalMark: ",", groupMark: "." });
    assert.ok(parsed.ok);
    assert.equal(parsed.quantity.digits, "1234.5");
  });
});

test.each([
  ["10ml", "ml", "10"],
  ["1mL", "dL", "0.01"],
  ["10.4 g", "mg", "10400"],
  ["68 °F", "°C", "20"],
])("%s in %s is %s", (text, unit, expected) => {
  const parsed = parseQuantity(text);
  assert.ok(parsed.ok);
  assert.equal(Number(formatDecimal(inUnit(parsed.quantity, unit))), Number(expected));
});

test.each([
  ["mL", "volume"],
  ["dl", "volume"],
  ["m3", "volume"],
  ["kg", "mass"],
  ["µm", "length"],
  ["mg/L", "mass-concentration"],
  ["kPa", "pressure"],
  ["°C", "temperature"],
  ["J", null],
  ["1", null],
  ["{CFU}/g", null],
])("%s measures %s", (unit, kind) => assert.equal(kindOfQuantity(unit), kind));

test("a unit that is UCUM stays as it is", () => assert.equal(ucumOf("kg/m3"), "kg/m3"));
