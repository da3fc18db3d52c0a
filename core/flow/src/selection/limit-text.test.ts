import assert from "node:assert/strict";
import { test } from "vitest";
import { unitText } from "./limit-text.ts";

test.each([
  ["mm2", "mm²"],
  ["W/(m2.K)", "W/(m²·K)"],
  ["m2/s4/Hz", "m²/s⁴/Hz"],
  ["/h", "1/h"],
  ["m.s-1", "m·s⁻¹"],
  ["um/m", "µm/m"],
  ["mOhm", "mΩ"],
  ["kg/m3", "kg/m³"],
  ["%{vol}", "% (V/V)"],
  ["{unknown}", "{unknown}"],
  ["1", ""],
])("the unit %s is printed %s", (code, printed) => {
  assert.equal(unitText(code), printed);
});
