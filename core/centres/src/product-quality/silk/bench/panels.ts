import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { cleanness, EVENNESS_BOARDS, evenness, neatness } from "../panels.ts";

const board = { instrumentType: "seriplane" } as const;
const common = {
  normative: ["GB/T 1798-2008"],
  validFrom: "2009-02-01",
} as const;

/** Cleanness of 100 panels; a count of faults, stated without uncertainty. */
export const cleannessBench = describe({
  ...common,
  id: "silk.cleanness",
  title: { zh: "清洁", en: "Cleanness" },
  source: "GB/T 1798-2008, cleanness; recalled",
  inputs: [
    quantity("major", ["主要疵点", "Major faults"], "1", ["0", "100"], board),
    quantity("minor", ["次要疵点", "Minor faults"], "1", ["0", "250"], board),
    quantity("ordinary", ["普通疵点", "Ordinary faults"], "1", ["0", "1000"], board),
  ],
  output: {
    characteristic: "cleanness",
    label: { zh: "清洁", en: "Cleanness" },
    unit: "{score}",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute: (readings) => ({
    value: cleanness({
      major: single(readings, "major"),
      minor: single(readings, "minor"),
      ordinary: single(readings, "ordinary"),
    }),
  }),
  example: { major: "1", minor: "2", ordinary: "9" },
});

/** Neatness of 100 panels, the mean of their scores. */
export const neatnessBench = describe({
  ...common,
  id: "silk.neatness",
  title: { zh: "洁净", en: "Neatness" },
  source: "GB/T 1798-2008, neatness; recalled",
  tables: [{ name: "panels", label: { zh: "丝片评分", en: "Panels by score" } }],
  inputs: [
    column("panels", "score", ["分数", "Score"], "{score}", ["0", "100"], [1, 100], board),
    column("panels", "count", ["片数", "Panels"], "1", ["0", "100"], [1, 100]),
  ],
  output: {
    characteristic: "neatness",
    label: { zh: "洁净", en: "Neatness" },
    unit: "{score}",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => {
    const counts = series(readings, "count");
    return {
      value: neatness(series(readings, "score").map((score, at) => ({ score, count: counts[at] ?? Number.NaN }))),
    };
  },
  example: { score: ["95", "90", "100", "85"], count: ["62", "28", "6", "4"] },
});

const DEGREES = [
  ["first", "一度变化", "First degree"],
  ["second", "二度变化", "Second degree"],
  ["third", "三度变化", "Third degree"],
] as const;

function boardsOf(readings: Readings) {
  const [first, second, third] = DEGREES.map(([name]) => series(readings, name)) as [
    readonly number[],
    readonly number[],
    readonly number[],
  ];
  return first.map((value, at) => ({ first: value, second: second[at] ?? Number.NaN, third: third[at] ?? Number.NaN }));
}

const rows: readonly [number, number] = [EVENNESS_BOARDS, EVENNESS_BOARDS];

/** Changes of evenness on twenty boards, with the boards drawn side by side. */
export const evennessBench = describe({
  ...common,
  id: "silk.evenness",
  title: { zh: "均匀", en: "Evenness" },
  source: "GB/T 1798-2008, evenness; recalled",
  tables: [{ name: "boards", label: { zh: "黑板丝条变化", en: "Changes by board" } }],
  inputs: DEGREES.map(([name, zh, en]) => column("boards", name, [zh, en], "1", ["0", "200"], rows, board)),
  output: {
    characteristic: "evenness-second",
    label: { zh: "均匀二度变化", en: "Evenness, second degree" },
    unit: "1",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    {
      name: "third",
      characteristic: "evenness-third",
      label: { zh: "均匀三度变化", en: "Evenness, third degree" },
      unit: "1",
      rounding: { mode: "half-even", places: 0 },
    },
  ],
  names: { firstDegree: { zh: "一度变化合计", en: "First degree in all" } },
  compute: (readings) => {
    const { first, second, third } = evenness(boardsOf(readings));
    return { value: second, further: { third }, intermediate: [{ name: "firstDegree", value: first, unit: "1" }] };
  },
  pictures: (readings) => [
    {
      kind: "bars",
      name: "boards",
      title: { zh: "各黑板丝条变化", en: "Changes of evenness by board" },
      categories: boardsOf(readings).map((_, at) => ({ zh: String(at + 1), en: String(at + 1) })),
      y: { label: { zh: "条数", en: "Changes" }, unit: "1" },
      bars: DEGREES.map(([name, zh, en]) => ({ name: { zh, en }, values: boardsOf(readings).map((of) => of[name]) })),
    },
  ],
  example: {
    first: ["3", "2", "4", "1", "2", "3", "2", "5", "1", "2", "3", "2", "2", "1", "4", "2", "3", "2", "1", "2"],
    second: ["0", "0", "1", "0", "0", "0", "0", "1", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
    third: Array.from({ length: EVENNESS_BOARDS }, () => "0"),
  },
});
