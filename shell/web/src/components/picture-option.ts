import type {
  Axis,
  BarPicture,
  FlowPicture,
  Line,
  LinePicture,
  Picture,
} from "@quanheng/flow/determination/picture.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { colours } from "../theme.ts";
import { unitText } from "./unit-text.ts";

type Say = (text: Bilingual) => string;
type Option = Readonly<Record<string, unknown>>;

/** Colours of lines by what they are; several measured lines take the next shade. */
const MEASURED = [colours.accent, "#8a4b08", "#5b3f9b", "#2e6f3a", "#9b2f5e", "#3a5a8c"] as const;
const ROLE = { evaluated: "#1c2730", limit: colours.fail, construction: "#7a6a00" } as const;

/**
 * A picture of a method in the words of the drawing library.
 *
 * @param say picks the reader's language
 */
export function pictureOption(picture: Picture, say: Say): Option {
  if (picture.kind === "lines") return lineOption(picture, say);
  return picture.kind === "bars" ? barOption(picture, say) : flowOption(picture, say);
}

const COMMON = {
  animation: false,
  textStyle: { fontFamily: "inherit", color: colours.text },
  tooltip: { trigger: "axis", confine: true, appendTo: "body" },
} as const;

function lineOption({ x, y, second, lines, marks = [] }: LinePicture, say: Say): Option {
  const series = lines.map((line, at) => lineSeries(line, MEASURED[at % MEASURED.length] ?? colours.accent, say));
  const points = marks.map(({ name, x: abscissa, y: ordinate }) => ({
    type: "scatter",
    name: say(name),
    symbolSize: 11,
    itemStyle: { color: colours.fail },
    label: { show: true, formatter: say(name), position: "top", color: colours.text, fontWeight: 600 },
    data: [[abscissa, ordinate]],
    z: 5,
  }));
  return {
    ...COMMON,
    legend: { type: "scroll", bottom: 0, itemGap: 16 },
    grid: { left: 64, right: second ? 64 : 20, top: 34, bottom: 78 },
    dataZoom: [{ type: "inside" }],
    xAxis: { ...axisOption(x, say), nameLocation: "middle", nameGap: 28 },
    yAxis: second ? [axisOption(y, say), axisOption(second, say)] : axisOption(y, say),
    series: [...series, ...points],
  };
}

function lineSeries({ name, role, points, scattered, stepped, second }: Line, own: string, say: Say): Option {
  const color = role === "measured" ? own : ROLE[role];
  // What belongs to the second axis is dotted, so that two lines of one role are told apart.
  const dashed = role === "limit" ? "dashed" : role === "construction" ? [4, 3] : second ? "dotted" : "solid";
  return {
    type: scattered ? "scatter" : "line",
    name: say(name),
    data: points,
    ...(second ? { yAxisIndex: 1 } : {}),
    ...(stepped ? { step: "end" } : {}),
    symbol: scattered ? "circle" : "none",
    symbolSize: 7,
    lineStyle: { width: role === "measured" ? 1.6 : 1.8, type: dashed, color },
    itemStyle: { color },
    connectNulls: false,
    large: points.length > 5000,
  };
}

function axisOption({ label, unit, scale }: Axis, say: Say): Option {
  return {
    type: scale === "logarithmic" ? "log" : "value",
    scale: scale !== "logarithmic",
    name: axisName(label, unit, say),
    nameTextStyle: { color: colours.text },
    axisLabel: { color: colours.textQuiet },
    splitLine: { lineStyle: { color: colours.border } },
  };
}

/** What an axis is called, with its unit in brackets where it has one. */
export function axisName(label: Bilingual, unit: string, say: Say): string {
  const shown = unit === "1" ? "" : unitText(unit);
  return shown === "" ? say(label) : `${say(label)} [${shown}]`;
}

function barOption({ categories, y, bars, limits = [] }: BarPicture, say: Say): Option {
  return {
    ...COMMON,
    legend: { type: "scroll", bottom: 0 },
    grid: { left: 64, right: 20, top: 34, bottom: 64 },
    xAxis: { type: "category", data: categories.map(say), axisLabel: { color: colours.textQuiet, hideOverlap: true } },
    yAxis: { ...axisOption(y, say), scale: false },
    series: [
      ...bars.map(({ name, values }, at) => ({
        type: "bar",
        name: say(name),
        data: values,
        itemStyle: { color: MEASURED[at % MEASURED.length] },
      })),
      ...limits.map(({ name, value }) => ({
        type: "line",
        name: say(name),
        data: categories.map(() => value),
        symbol: "none",
        lineStyle: { type: "dashed", color: colours.fail },
        itemStyle: { color: colours.fail },
      })),
    ],
  };
}

function flowOption({ unit, flows }: FlowPicture, say: Say): Option {
  const names = [...new Set(flows.flatMap(({ from, to }) => [say(from), say(to)]))];
  return {
    ...COMMON,
    tooltip: {
      trigger: "item",
      confine: true,
      valueFormatter: (value: unknown) => `${short(value)} ${unitText(unit)}`,
    },
    series: [
      {
        type: "sankey",
        left: 8,
        right: 190,
        top: 12,
        bottom: 12,
        nodeGap: 14,
        draggable: false,
        data: names.map((name, at) => ({ name, itemStyle: { color: MEASURED[at % MEASURED.length] } })),
        links: flows.map(({ from, to, value }) => ({ source: say(from), target: say(to), value })),
        lineStyle: { color: "source", opacity: 0.28 },
        label: {
          color: colours.text,
          formatter: ({ name, value }: { readonly name: string; readonly value: unknown }) =>
            `${name}  ${short(value)} ${unitText(unit)}`,
        },
      },
    ],
  };
}

function short(value: unknown): string {
  return typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value);
}

/** Rows of a picture as a table for whoever does not see it: the first and last of long ones. */
export function pictureRows(
  picture: Picture,
  say: Say,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  if (picture.kind === "flows") {
    const rows = picture.flows.map(({ from, to, value }) => [say(from), say(to), short(value)]);
    return { head: ["", "", unitText(picture.unit)], rows };
  }
  if (picture.kind === "bars") {
    const head = ["", ...picture.bars.map(({ name }) => say(name))];
    const rows = picture.categories.map((category, at) => [
      say(category),
      ...picture.bars.map(({ values }) => (values[at] === null || values[at] === undefined ? "" : short(values[at]))),
    ]);
    return { head, rows };
  }
  const marks = (picture.marks ?? []).map(({ name, x, y }) => [say(name), short(x), short(y)]);
  const ends = picture.lines.flatMap(({ name, points }) =>
    excerpt(points).map(([x, y]) => [say(name), short(x), y === null ? "" : short(y)]),
  );
  const { x, y } = picture;
  return { head: ["", axisName(x.label, x.unit, say), axisName(y.label, y.unit, say)], rows: [...marks, ...ends] };
}

const EXCERPT = 12;

function excerpt<Point>(points: readonly Point[]): readonly Point[] {
  if (points.length <= EXCERPT) return points;
  const step = (points.length - 1) / (EXCERPT - 1);
  return Array.from({ length: EXCERPT }, (_, at) => points[Math.round(at * step)]!);
}
