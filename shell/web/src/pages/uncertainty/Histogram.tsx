import { normalPdf } from "@quanheng/kernel/distributions.ts";
import type { EvaluatedOutput } from "@quanheng/kernel/uncertainty/evaluation.ts";
import type { Ref } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import { colours } from "../../theme.ts";
import { useMedia } from "../../use-media.ts";
import type { Drawn, Limits } from "../../workers/uncertainty-messages.ts";
import { besideU, figure } from "./figures.ts";
import { tickLabel, ticksOf } from "./ticks.ts";

const HEIGHT = 366;
const PLOT = { top: 12, bottom: 196, left: 14 } as const;
const BAR = "#bcd7d9";
const LAW = "#8a4b00";

/**
 * Values of an output as a histogram, with the normal curve of first order, the intervals and the limits. Colours and
 * sizes stand in the picture itself, so that it can be saved as it is.
 */
export function Histogram({
  output,
  drawn,
  ofTrials,
  limits,
  unit,
  picture,
}: {
  readonly output: EvaluatedOutput;
  readonly drawn: Drawn;
  readonly ofTrials: boolean;
  readonly limits: Limits | null;
  readonly unit: string;
  readonly picture?: Ref<SVGSVGElement>;
}) {
  const text = useText(uncertaintyText);
  const narrow = useMedia("(max-width: 640px)");
  const width = narrow ? 330 : 620;
  const { histogram, symmetric, shortest } = drawn;
  const { first } = output;
  const law = first.expanded && { low: first.y - first.expanded.expanded, high: first.y + first.expanded.expanded };
  const [low, high] = rangeOf(drawn, law);
  const x = (value: number) => PLOT.left + ((value - low) / (high - low)) * (width - 2 * PLOT.left);
  const curve = normalCurve(first.y, first.u, low, high);
  const top = Math.max(...histogram.densities, ...curve.map(([, density]) => density));
  const y = (density: number) => PLOT.bottom - (density / top) * (PLOT.bottom - PLOT.top);
  const ticks = ticksOf(low, high, narrow ? 4 : 7);
  const brackets = [
    { key: "law", name: text("histogram.law"), ends: law, colour: LAW, dash: "5 3" },
    { key: "symmetric", name: text("histogram.symmetric"), ends: symmetric, colour: colours.accent, dash: "" },
    { key: "shortest", name: text("histogram.shortest"), ends: shortest, colour: "#3d5a99", dash: "2 2" },
  ];
  const says = text("histogram.says", {
    output: output.name,
    y: besideU(drawn.y, drawn.u),
    u: figure(drawn.u, 4),
    low: besideU(symmetric.low, drawn.u),
    high: besideU(symmetric.high, drawn.u),
  });

  return (
    <svg
      ref={picture}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={says}
      className="histogram"
      fontFamily="Noto Sans, Noto Sans SC, system-ui, sans-serif"
      fontSize={12}
    >
      <title>{says}</title>
      <Bars histogram={histogram} x={x} y={y} />
      <path d={pathOf(curve, x, y)} fill="none" stroke={LAW} strokeWidth={1.8} />
      <line x1={PLOT.left} x2={width - PLOT.left} y1={PLOT.bottom} y2={PLOT.bottom} stroke={colours.textQuiet} />
      {ticks.at.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={PLOT.bottom} y2={PLOT.bottom + 5} stroke={colours.textQuiet} />
          <text x={x(tick)} y={PLOT.bottom + 18} textAnchor="middle" fill={colours.textQuiet}>
            {tickLabel(tick, ticks.decimals)}
          </text>
        </g>
      ))}
      <text x={width - PLOT.left} y={PLOT.bottom + 34} textAnchor="end" fill={colours.text}>
        {unit === "" ? output.name : `${output.name} / ${unit}`}
      </text>
      {brackets.map(
        ({ key, name, ends, colour, dash }, k) =>
          ends && (
            <Bracket
              key={key}
              name={name}
              ends={ends}
              colour={colour}
              dash={dash}
              x={x}
              at={PLOT.bottom + 58 + 31 * k}
              left={PLOT.left}
            />
          ),
      )}
      {limitValues(limits, output.name).map((limit) =>
        limit >= low && limit <= high ? (
          <g key={limit}>
            <line x1={x(limit)} x2={x(limit)} y1={PLOT.top} y2={PLOT.bottom} stroke={colours.fail} strokeWidth={2} />
            <text x={x(limit) + 4} y={PLOT.top + 10} fill={colours.fail}>
              {text("histogram.limit")}
            </text>
          </g>
        ) : null,
      )}
      <text x={PLOT.left} y={HEIGHT - (narrow ? 22 : 6)} fill={colours.textQuiet}>
        <tspan fill={colours.accent}>■ </tspan>
        {text(ofTrials ? "histogram.of-trials" : "histogram.of-preview")}
      </text>
      <text x={narrow ? PLOT.left : width / 2} y={HEIGHT - 6} fill={colours.textQuiet}>
        <tspan fill={LAW}>— </tspan>
        {text("histogram.normal")}
      </text>
    </svg>
  );
}

function Bars({
  histogram,
  x,
  y,
}: {
  readonly histogram: Drawn["histogram"];
  readonly x: (value: number) => number;
  readonly y: (density: number) => number;
}) {
  const { low, high, densities } = histogram;
  const step = (high - low) / densities.length;
  const outline = densities
    .map(
      (density, k) => `L${x(low + k * step).toFixed(2)} ${y(density).toFixed(2)}H${x(low + (k + 1) * step).toFixed(2)}`,
    )
    .join("");
  return (
    <path
      d={`M${x(low).toFixed(2)} ${PLOT.bottom}${outline}V${PLOT.bottom}Z`}
      fill={BAR}
      stroke={colours.accent}
      strokeWidth={0.6}
    />
  );
}

function Bracket({
  name,
  ends,
  colour,
  dash,
  x,
  at,
  left,
}: {
  readonly name: string;
  readonly ends: { readonly low: number; readonly high: number };
  readonly colour: string;
  readonly dash: string;
  readonly x: (value: number) => number;
  readonly at: number;
  readonly left: number;
}) {
  const [from, to] = [x(ends.low), x(ends.high)];
  return (
    <g>
      <path
        d={`M${from} ${at - 6}V${at + 6}M${from} ${at}H${to}M${to} ${at - 6}V${at + 6}`}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={dash}
        fill="none"
      />
      <text x={left} y={at - 10} fill={colour} fontSize={11}>
        {name}
      </text>
    </g>
  );
}

function limitValues(limits: Limits | null, output: string): number[] {
  if (limits?.output !== output) return [];
  return [limits.lower, limits.upper].filter((limit) => limit !== null);
}

function rangeOf(
  { histogram, symmetric }: Drawn,
  law: { readonly low: number; readonly high: number } | null,
): readonly [number, number] {
  const low = Math.min(histogram.low, symmetric.low, law?.low ?? Infinity);
  const high = Math.max(histogram.high, symmetric.high, law?.high ?? -Infinity);
  return [low, high];
}

function normalCurve(y: number, u: number, low: number, high: number): readonly (readonly [number, number])[] {
  if (!(u > 0)) return [];
  return Array.from({ length: 121 }, (_, k) => {
    const value = low + (k / 120) * (high - low);
    return [value, normalPdf((value - y) / u) / u] as const;
  });
}

function pathOf(
  curve: readonly (readonly [number, number])[],
  x: (value: number) => number,
  y: (density: number) => number,
): string {
  return curve
    .map(([value, density], k) => `${k === 0 ? "M" : "L"}${x(value).toFixed(2)} ${y(density).toFixed(2)}`)
    .join("");
}
