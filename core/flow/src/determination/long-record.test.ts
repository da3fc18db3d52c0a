import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { longRecordReader, type RecordColumn } from "./long-record.ts";

const COLUMNS: readonly RecordColumn[] = [
  { name: "timeS", label: { zh: "时间", en: "Time" }, unit: "s" },
  { name: "a", label: { zh: "加速度", en: "Acceleration" }, unit: "m/s2" },
];

function refused(text: string): readonly unknown[] {
  try {
    longRecordReader(COLUMNS).end(text);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts["row"], error.facts["count"]];
    throw error;
  }
  return ["read"];
}

test("a record is read in pieces, whatever the pieces cut, with the numbers that the language would read", () => {
  const rows = Array.from({ length: 4000 }, (_, k) => [k / 500, Math.sin(k) * 10 ** ((k % 7) - 3)] as const);
  const text = `时间（s）;加速度 [m/s²];其他\r\n${rows.map(([t, a]) => `${t};${a};x`).join("\r\n")}\r\n`;
  for (const size of [1, 7, 4096, text.length]) {
    const reader = longRecordReader(COLUMNS);
    for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
    const { rows: count, columns } = reader.end();
    expect([count, Array.from(columns["timeS"] ?? [])]).toEqual([4000, rows.map(([t]) => t)]);
    expect(Array.from(columns["a"] ?? [])).toEqual(rows.map(([, a]) => a));
    if (size === 1) break;
  }
});

test("signs, exponents, quotes, empty lines and many digits are numbers too", () => {
  const { columns } = longRecordReader(COLUMNS).end(
    'timeS\ta\n\n0\t-1.5e-3\n"0.5"\t+.25\n1.000000000000000000\t12345678901234567e3\n',
  );
  expect(Array.from(columns["timeS"] ?? [])).toEqual([0, 0.5, 1]);
  expect(Array.from(columns["a"] ?? [])).toEqual([-0.0015, 0.25, 1.2345678901234567e19]);
});

test("each way in which a record is spoilt has its own word, with the line where it begins", () => {
  const head = "Time (s),Acceleration (m/s2)\n";
  const spoilt: Readonly<Record<string, string>> = {
    empty: "",
    figures: "0,1\n1,2\n2,3\n",
    column: "Time (s),Speed (km/h)\n0,1\n1,2\n2,3\n",
    twice: "Time (s),Time (s),a\n0,0,1\n",
    unit: "Time (ms),a\n0,1\n1,2\n2,3\n",
    gravity: "Time (s),Acceleration (g)\n0,1\n1,2\n2,3\n",
    word: `${head}0,1\n1,error\n2,3\n`,
    hole: `${head}0,1\n1,\n2,3\n`,
    cut: `${head}0,1\n1,2\n2\n`,
    same: `${head}0,1\n1,2\n\n1,3\n2,4\n`,
    back: `${head}3,1\n2,2\n1,3\n0,4\n`,
    gap: `${head}0,1\n1,2\n2,3\n5,4\n6,5\n7,6\n20,7\n`,
    date: `${head}2026/11/25 10:00:01,1\n2026/11/25 10:00:02,2\n`,
    days: `${head}46351.4166782,1\n46351.4166898,2\n46351.4167014,3\n46351.4167130,3\n`,
    short: `${head}0,1\n1,2\n`,
    comma: `Time (s);a\n0;1,5\n1;2,5\n2;3,5\n`,
  };
  expect(Object.fromEntries(Object.entries(spoilt).map(([name, text]) => [name, refused(text)]))).toEqual({
    empty: ["record-no-header", undefined, undefined],
    figures: ["record-no-header", undefined, undefined],
    column: ["record-column-missing", undefined, undefined],
    twice: ["csv-column-twice", undefined, undefined],
    unit: ["wrong-unit", undefined, undefined],
    gravity: ["wrong-unit", undefined, undefined],
    word: ["record-not-a-number", 3, undefined],
    hole: ["record-not-a-number", 3, undefined],
    cut: ["record-cells-missing", 4, undefined],
    same: ["record-time-twice", 5, 1],
    back: ["record-reversed", 3, 3],
    gap: ["record-gap", 5, 2],
    date: ["record-excel-date", 2, undefined],
    days: ["record-excel-date", 2, undefined],
    short: ["record-too-short", undefined, undefined],
    comma: ["record-not-a-number", 2, undefined],
  });
});
