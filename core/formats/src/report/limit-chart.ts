import type { ReportResult } from "./snapshot.ts";

/** A picture of one result: its bar of ± U and the limits of all markets on one scale. */
export type LimitChart = {
  /** Place of the result in the snapshot. */
  readonly result: number;
  readonly svg: string;
  /** The same in words, for who cannot see it. */
  readonly alt: string;
};

const [WIDTH, HEIGHT, MARGIN] = [222, 20, 10];

/**
 * Pictures of the results that have an uncertainty and at least one limit, in the order of the results.
 *
 * @example limitCharts([{ reported: "9.8", expanded: "0.1", characteristicName: { zh: "铅", en: "Lead" }, unit: "mg/kg", limits: [{ market: "CN", upper: "10" }] }])[0].alt // → "Lead 9.8 ± 0.1 mg/kg; CN: ≤ 10" (the same in words)
 * @example limitCharts([{ reported: "< 2.0", expanded: null, limits: [{ market: "CN", upper: "10" }] }]) // → [] (no uncertainty is stated)
 * @source ours: a reader sees at once how far a result is from a limit, measured in its uncertainty (ILAC-G8:09/2019, 4.2)
 */
export function limitCharts(results: readonly ReportResult[]): LimitChart[] {
  return results.flatMap((result, place) => {
    const figures = figuresOf(result);
    return figures ? [{ result: place, svg: svgOf(figures), alt: altOf(result) }] : [];
  });
}

type Limits = { readonly lower: number | null; readonly upper: number | null };
type Figures = { readonly value: number; readonly expanded: number; readonly limits: readonly Limits[] };

function figuresOf({ reported, expanded, limits = [] }: ReportResult): Figures | undefined {
  const value = numberOf(reported);
  const half = numberOf(expanded ?? undefined);
  const known = limits
    .map(({ lower, upper }) => ({ lower: numberOf(lower), upper: numberOf(upper) }))
    .filter(({ lower, upper }) => lower !== null || upper !== null);
  if (value === null || half === null || known.length === 0) return undefined;
  return { value, expanded: half, limits: known };
}

/** Only plain decimals are drawn; anything else stays text. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function svgOf({ value, expanded, limits }: Figures): string {
  const marks = limits.flatMap(({ lower, upper }) => [lower, upper]).filter((mark) => mark !== null);
  const least = Math.min(value - expanded, ...marks);
  const most = Math.max(value + expanded, ...marks);
  const spread = most > least ? most - least : 1;
  const x = (figure: number) => fixed(MARGIN + ((figure - least) / spread) * (WIDTH - 2 * MARGIN));
  const from = greatest(limits.map(({ lower }) => lower));
  const to = smallest(limits.map(({ upper }) => upper));
  const left = from === null ? "0" : x(from);
  const right = to === null ? String(WIDTH) : x(to);
  const middle = HEIGHT / 2;
  const ground = `<rect x="0" y="4" width="${WIDTH}" height="12" fill="#f1f5f8"/>`;
  const allowed =
    Number(right) > Number(left)
      ? `<rect x="${left}" y="4" width="${fixed(Number(right) - Number(left))}" height="12" fill="#d8ecdf"/>`
      : "";
  const lines = [...new Set(marks)]
    .map((mark) => `<path d="M${x(mark)} 1V${HEIGHT - 1}" stroke="#a31f2b" stroke-width="1.4"/>`)
    .join("");
  const bar = `<path d="M${x(value - expanded)} ${middle}H${x(value + expanded)}M${x(value - expanded)} 6v8M${x(value + expanded)} 6v8" stroke="#10263f" stroke-width="1.2" fill="none"/>`;
  const point = `<circle cx="${x(value)}" cy="${middle}" r="2.6" fill="#10263f"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${ground}${allowed}${lines}${bar}${point}</svg>`;
}

function altOf({ characteristicName, reported, expanded, unit, limits = [] }: ReportResult): string {
  const said = limits.map(({ market, lower, upper }) =>
    [`${market}:`, ...(lower === undefined ? [] : [`≥ ${lower}`]), ...(upper === undefined ? [] : [`≤ ${upper}`])].join(
      " ",
    ),
  );
  return `${characteristicName.en} ${reported} ± ${expanded} ${unit}; ${said.join("; ")}`;
}

const fixed = (figure: number): string => String(Number(figure.toFixed(2)));
const known = (figures: readonly (number | null)[]) => figures.filter((figure) => figure !== null);
const greatest = (figures: readonly (number | null)[]) =>
  known(figures).length > 0 ? Math.max(...known(figures)) : null;
const smallest = (figures: readonly (number | null)[]) =>
  known(figures).length > 0 ? Math.min(...known(figures)) : null;
