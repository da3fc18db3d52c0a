import type { MethodInput } from "@quanheng/flow/determination/method.ts";
import { expect, test } from "vitest";
import { rowCount, withBlock, withCell } from "./pasted-rows.ts";

const column = (name: string): MethodInput => ({
  name,
  label: { zh: name, en: name },
  unit: "1",
  kind: "number",
  table: "curve",
  replicates: { min: 2, max: 5 },
});
const columns = [column("x"), column("y")];

test("a block from a spreadsheet is laid from its cell on, to the right and down", () => {
  expect(withBlock(columns, { x: ["1", ""], y: [] }, { name: "x", row: 1 }, "2\t20\r\n3\t30\n")).toEqual({
    x: ["1", "2", "3"],
    y: ["", "20", "30"],
  });
});

test("what would stand beyond the last column or row is left out", () => {
  const laid = withBlock(columns, { x: [], y: [] }, { name: "y", row: 3 }, "1\t9\n2\t9\n3\t9");
  expect(laid).toEqual({ x: [], y: ["", "", "", "1", "2"] });
});

test("semicolons part columns, and a decimal comma then stays for the reader of numbers to refuse", () => {
  expect(withBlock(columns, {}, { name: "x", row: 0 }, "1,5;2\n2,5;3")).toEqual({ x: ["1,5", "2,5"], y: ["2", "3"] });
});

test("a single figure is no block", () => {
  expect(withBlock(columns, {}, { name: "x", row: 0 }, "12.5")).toBeNull();
});

test("a cell beyond the end makes room for itself", () => {
  const readings = withCell(columns, { x: ["1"], y: [] }, "y", 2, "7");
  expect(readings).toEqual({ x: ["1"], y: ["", "", "7"] });
  expect(rowCount(columns, readings)).toBe(3);
});
