import { expect, test } from "vitest";
import { drawnFigure } from "./drawn-figure.ts";

test.each([
  [1.2345678, 0.0755123, "1.23457"],
  [0.0755123, 0.0755123, "0.07551"],
  [254.25969, 0.33371, "254.2597"],
  [123456.7, 25000, "123460"],
  [1.23456789e9, 4.5e5, "1.2345679e+9"],
  [1.23456789e-9, 4.5e-12, "1.234568e-9"],
  [0, 0.0001234, "0.0000000"],
  [5, 0, "5"],
])("%d with u = %d is printed as %s", (value, u, printed) => {
  expect(drawnFigure(value, u)).toBe(printed);
});
