import { fitLine, predictAt } from "@quanheng/kernel/straight-line.ts";
import type { CaseResult } from "../../adapter.ts";
import { guarded, within } from "./check.ts";

type LineCase = {
  readonly id: string;
  readonly kind: "linear-fit";
  readonly data: { readonly t_Cel: number[]; readonly b_Cel: number[]; readonly t0_Cel: number };
  readonly predictAt_Cel: number;
  readonly published: readonly { quantity: string; published: number; decimals: number; agrees: boolean }[];
};

/** Straight lines through thermometer corrections: the figures as printed, to half a unit of their last digit. */
export function lineCases(cases: readonly { readonly kind?: string }[]): readonly CaseResult[] {
  return cases.filter(isLine).flatMap((each) => guarded(each.id, () => caseResults(each)));
}

function isLine(each: { readonly kind?: string; readonly data?: object }): each is LineCase {
  return each.kind === "linear-fit" && each.data !== undefined && "t_Cel" in each.data;
}

function caseResults({ id, data, predictAt_Cel, published }: LineCase): CaseResult[] {
  const line = fitLine(
    data.t_Cel.map((t) => t - data.t0_Cel),
    data.b_Cel,
  );
  const predicted = predictAt(line, predictAt_Cel - data.t0_Cel);
  const figures: Readonly<Record<string, number>> = {
    y1: line.intercept,
    "s(y1)": line.uIntercept,
    y2: line.slope,
    "s(y2)": line.uSlope,
    "r(y1,y2)": line.r,
    s: line.s,
    [`b(${predictAt_Cel})`]: predicted.y,
    [`u_c(b(${predictAt_Cel}))`]: predicted.u,
    nu: line.dof,
  };
  return published
    .filter(({ agrees }) => agrees)
    .map(({ quantity, published: printed, decimals }) =>
      within(`${id} printed ${quantity}`, figures[quantity], printed, 0.5 * 10 ** -decimals * (1 + 1e-9)),
    );
}
