import { type Decimal, decimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { decimalMoments } from "@quanheng/kernel/laboratory/decimal-moments.ts";
import { leastSquares, polynomialColumns } from "@quanheng/kernel/laboratory/least-squares.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded } from "./check.ts";

type Certified = { readonly quantity: string; readonly certified: string };
type Case = {
  readonly id: string;
  readonly kind: string;
  readonly n: number;
  readonly certified: readonly Certified[];
  readonly data?: readonly number[] | Readonly<Record<string, unknown>>;
  readonly dataRule?: string;
  readonly dataAsString?: string;
};

/** The certified values have fifteen digits, of which the last is rounded. */
const CERTIFIED = 1e-14;

/** Runs NIST's Statistical Reference Datasets to their certified digits. */
export function runStrd(content: { readonly cases: readonly Case[] }): readonly CaseResult[] {
  return content.cases.flatMap((each) =>
    guarded(each.id, () => {
      const figures = each.kind === "univariate" ? univariate(each) : regression(each);
      return each.certified.map(({ quantity, certified }) =>
        close(`${each.id} ${quantity}`, figures[quantity], certified, CERTIFIED),
      );
    }),
  );
}

function univariate(each: Case): Readonly<Record<string, number>> {
  const { mean, sd, autocorrelation = Number.NaN } = decimalMoments(readings(each));
  return { mean, sd, r1: autocorrelation };
}

/** Values stand as numbers, as digits, or as a rule such as "1.2 then alternating 1.1, 1.3 (1001 values)". */
function readings({ data, dataRule, dataAsString }: Case): Decimal[] {
  if (Array.isArray(data)) return data.map((value: number) => fromNumber(value));
  if (dataAsString) return Array.from(dataAsString, decimal);
  const [first = "", low = "", high = "", count = ""] = dataRule?.match(/\d+(\.\d+)?/g) ?? [];
  return Array.from({ length: Number(count) }, (_, i) => decimal(i === 0 ? first : i % 2 === 1 ? low : high));
}

function regression({ data, certified }: Case): Readonly<Record<string, number>> {
  const series = Object.entries((data ?? {}) as Readonly<Record<string, unknown>>);
  const numbers = (name: string): Decimal[] | undefined => {
    const found = series.find(([key]) => key === name)?.[1];
    return Array.isArray(found) ? found.map((value: number) => fromNumber(value)) : undefined;
  };
  const y = numbers("y") ?? [];
  const intercept = series.find(([key]) => key === "intercept")?.[1] !== false;
  const terms = certified.filter(({ quantity }) => /^B\d+$/.test(quantity)).length;
  const x = numbers("x");
  const columns = x
    ? polynomialColumns(x, intercept ? terms - 1 : terms, intercept)
    : [y.map(() => decimal("1")), ...predictors(series)];
  const fit = leastSquares(columns, y);
  return Object.fromEntries([
    ...fit.coefficients.map((b, j) => [`B${j}`, b]),
    ...fit.standardErrors.map((se, j) => [`se${j}`, se]),
    ["residual SD", fit.residualSd],
  ]);
}

/** Several predictors stand under X, a row for each observation, or as series x1, x2, … */
function predictors(series: readonly (readonly [string, unknown])[]): Decimal[][] {
  const rows = series.find(([key]) => key === "X")?.[1] as readonly (readonly number[])[] | undefined;
  if (rows) return (rows[0] ?? []).map((_, j) => rows.map((row) => fromNumber(row[j] ?? Number.NaN)));
  const named = series.filter(([key]) => /^x\d+$/i.test(key)).toSorted(([a], [b]) => a.localeCompare(b));
  return named.map(([, values]) => (values as number[]).map((value) => fromNumber(value)));
}
