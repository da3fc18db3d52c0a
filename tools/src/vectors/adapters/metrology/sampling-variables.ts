import type { Severity } from "@quanheng/kernel/sampling/attribute-tables.ts";
import {
  estimatedShare,
  estimatedShareKnownSigma,
  judgeVariables,
  knownSigmaPlanOf,
  variablesPlanOf,
} from "@quanheng/kernel/sampling/variables-plan.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, same, within } from "./check.ts";
import { variablesTables } from "./tables.ts";

type VariablesFile = {
  readonly sigmaKnown?: {
    readonly letters: readonly string[];
    readonly aql: readonly string[];
    readonly n_normal: readonly (readonly number[])[];
    readonly M_normal_pct: readonly (readonly number[])[];
  };
  readonly plans?: readonly ({ letter: string } & Readonly<Record<Severity, readonly VariablesCell[]>>)[];
  readonly estimates?: readonly { case: string; pLow: number; pHigh: number; sum: number }[];
  readonly acceptance?: readonly {
    letter: string;
    AQL: string;
    data: readonly number[];
    LSL: number;
    n: number;
    k: number;
    M_pct: number;
    Q: number;
    phat_pct: number;
    accept_k: boolean;
    accept_M: boolean;
  }[];
};
type VariablesCell = {
  readonly aql: string;
  readonly n: number;
  readonly M_pct: number;
  readonly k: number;
  readonly k_printed?: number;
};

const SEVERITIES: readonly Severity[] = ["normal", "tightened", "reduced"];

/** Runs inspection by variables: every plan, the estimates of nonconforming shares, and lots that are judged. */
export function runSamplingVariables(content: VariablesFile): readonly CaseResult[] {
  const tables = variablesTables();
  return [
    ...(content.plans ?? []).flatMap((row) =>
      SEVERITIES.flatMap((severity) =>
        row[severity].flatMap(({ aql, n, M_pct, k, k_printed }) => {
          const id = `${severity} ${row.letter} AQL ${aql}`;
          const plan = variablesPlanOf(tables, row.letter, aql, severity);
          return [
            same(`${id} n`, plan.n, n),
            close(`${id} M`, plan.largestShare * 100, M_pct, 1e-12),
            close(`${id} k`, plan.k, k, 5e-6),
            ...(k_printed === undefined ? [] : [within(`${id} printed k`, plan.k, k_printed, 0.015)]),
          ];
        }),
      ),
    ),
    ...knownSigmaCases(content.sigmaKnown),
    ...(content.estimates ?? []).flatMap((estimate) => guarded(estimate.case, () => estimateCases(estimate))),
    ...(content.acceptance ?? []).flatMap((lot, i) => lotCases(`lot ${i + 1}`, lot)),
  ];
}

function knownSigmaCases(known: VariablesFile["sigmaKnown"]): CaseResult[] {
  if (!known) return [];
  return known.letters.flatMap((letter, i) =>
    known.aql.flatMap((aql, j) => {
      const plan = knownSigmaPlanOf(variablesTables(), letter, aql);
      return [
        same(`σ known ${letter} AQL ${aql} n`, plan.n, known.n_normal[i]?.[j]),
        close(
          `σ known ${letter} AQL ${aql} M`,
          plan.largestShare * 100,
          known.M_normal_pct[i]?.[j] ?? Number.NaN,
          1e-12,
        ),
      ];
    }),
  );
}

/** A case is written as "s=15, xbar=255, n=42, LSL=225", or names the sample of the case before it. */
function estimateCases(estimate: NonNullable<VariablesFile["estimates"]>[number]): CaseResult[] {
  const { case: text, pLow, pHigh, sum } = estimate;
  const figure = (name: string): number | undefined => {
    const found = new RegExp(`${name}=([-\\d.]+)`).exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const sample = /sample/.test(text) ? SAMPLE : undefined;
  const center = figure("xbar") ?? mean(sample ?? []);
  const known = figure("sigma");
  const spread = known ?? figure("\\bs") ?? sampleSd(sample ?? []);
  const n = figure("\\bn") ?? sample?.length ?? 0;
  const share = (distance: number | undefined): number => {
    if (distance === undefined) return 0;
    return known === undefined ? estimatedShare(distance / spread, n) : estimatedShareKnownSigma(distance / spread, n);
  };
  const [lower, upper] = [figure("LSL"), figure("USL")];
  const low = share(lower === undefined ? undefined : center - lower);
  const high = share(upper === undefined ? undefined : upper - center);
  return [
    close(`${text}: below`, low, pLow, 1e-9),
    close(`${text}: above`, high, pHigh, 1e-9),
    close(`${text}: sum`, low + high, sum, 1e-9),
  ];
}

/** The five values that two of the estimates are made from. */
const SAMPLE = [197, 188, 184, 205, 201];

function lotCases(id: string, lot: NonNullable<VariablesFile["acceptance"]>[number]): CaseResult[] {
  const plan = variablesPlanOf(variablesTables(), lot.letter, lot.AQL, "normal");
  const found = judgeVariables(plan, lot.data, { lower: lot.LSL });
  return [
    same(`${id} n`, plan.n, lot.n),
    close(`${id} M`, plan.largestShare * 100, lot.M_pct, 1e-12),
    close(`${id} k`, plan.k, lot.k, 5e-6),
    close(`${id} Q`, found.lowerIndex, lot.Q, 1e-9),
    close(`${id} estimated share`, found.share * 100, lot.phat_pct, 1e-7),
    same(`${id} by k`, found.acceptedByConstant, lot.accept_k),
    same(`${id} by M`, found.accepted, lot.accept_M),
  ];
}
