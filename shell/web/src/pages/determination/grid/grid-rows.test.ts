import { definitionById } from "@quanheng/centres/registry.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { initialReadings } from "../bench/bench-entry.ts";
import { columnKey, columnsOf, pastedCells, rowReadings, rowState, sharedOf } from "./grid-rows.ts";

const found = definitionById("sugar.loss-on-drying");
invariant(found, "loss on drying is a method");
const method = found;
const columns = columnsOf(method);
const tasks = ["tsk-a", "tsk-b", "tsk-c"].map((id) => ({ id: id as `tsk-${string}` }));

test("a block from a spreadsheet fills rows and columns from the cell on, and what does not fit is left out", () => {
  const keys = columns.map(columnKey);
  const from = { task: "tsk-b", column: keys[0] ?? "" };
  const pasted = pastedCells(columns, tasks, {}, from, "1.0\t2.0\r\n 3.0 \t4.0\r\n5.0\t6.0\r\n");
  expect(pasted).toEqual({
    "tsk-b": { [keys[0] ?? ""]: "1.0", [keys[1] ?? ""]: "2.0" },
    "tsk-c": { [keys[0] ?? ""]: "3.0", [keys[1] ?? ""]: "4.0" },
  });
  expect(pastedCells(columns, tasks, {}, from, "1.0")).toBeNull();
});

test("a row is evaluated with what all rows share, and says what it lacks", () => {
  const shared = initialReadings(method);
  const example = method.example ?? {};
  const row = Object.fromEntries(
    columns.map((column) => {
      const value = example[column.input.name];
      return [columnKey(column), typeof value === "string" ? value : (value?.[column.portion ?? 0] ?? "")];
    }),
  );
  for (const { name } of sharedOf(method)) {
    const value = example[name];
    if (typeof value === "string") (shared as Record<string, string>)[name] = value;
  }
  expect(rowState(method, shared, row).kind).toBe("result");
  expect(
    rowState(method, shared, { [columnKey(columns[0] ?? { input: method.inputs[0]!, portion: null })]: "1.0" }).kind,
  ).toBe("missing");
  expect(rowState(method, shared, { ...row, [columnKey(columns.at(-1)!)]: "1,2,3.4" })).toMatchObject({
    kind: "wrong",
  });
  expect(
    Object.keys(rowReadings(method, shared, {})).every((name) => sharedOf(method).some((input) => input.name === name)),
  ).toBe(true);
});
