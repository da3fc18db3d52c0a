import assert from "node:assert/strict";
import { test } from "vitest";
import { dsiUnit } from "./dsi.ts";

test.each([
  ["m", "\\metre"],
  ["kg", "\\kilogram"],
  ["mg/kg", "\\milli\\gram\\kilogram\\tothe{-1}"],
  ["m.s-2", "\\metre\\second\\tothe{-2}"],
  ["kg.m/s2", "\\kilogram\\metre\\second\\tothe{-2}"],
  ["W/m2.K", "\\watt\\metre\\tothe{-2}\\kelvin"],
  ["1/s", "\\second\\tothe{-1}"],
  ["/s", "\\second\\tothe{-1}"],
  ["Cel", "\\degreecelsius"],
  ["uOhm", "\\micro\\ohm"],
  ["hPa", "\\hecto\\pascal"],
  ["dam", "\\deca\\metre"],
  ["min", "\\minute"],
  ["1", "\\one"],
  ["%", "\\percent"],
])("%s is %s", (code, written) => assert.equal(dsiUnit(code), written));

test.each(["[in_i]", "{CFU}/g", "g/(100.mL)", "10*-6", "100.g", "nonsense", "mkg", ""])(
  "%j has no name there and is refused",
  (code) => {
    assert.throws(() => dsiUnit(code), { code: "unknown-unit" });
  },
);
