import { acceptanceEdge, conform } from "@quanheng/flow/decision/conformity/conform.ts";
import type { Prior } from "@quanheng/flow/decision/conformity/prior.ts";
import { globalRisks, guardBandForRisk } from "@quanheng/flow/decision/conformity/risk.ts";
import { type ConformityRule, ISO_14253_FACTOR } from "@quanheng/flow/decision/conformity/rule.ts";
import { guardFactor } from "@quanheng/flow/decision/guard-factor.ts";
import { conformanceProbability, exceedanceLimit } from "@quanheng/flow/decision/probability.ts";
import { formatDecimal, fromNumber, toNumber } from "@quanheng/kernel/decimal.ts";
import { normalQuantile } from "@quanheng/kernel/distributions.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, same, within } from "./check.ts";

type Case = { readonly id: string; readonly kind?: string };
type Printed = {
  readonly quantity: string;
  readonly published: number;
  readonly decimals: number;
  readonly agrees: boolean;
};
type Bounds = { readonly TL: number | null; readonly TU: number | null };

/** Probabilities of conformity, risks, guard bands and the outcomes of decision rules. */
export function conformityCases(cases: readonly { readonly kind?: string }[]): readonly CaseResult[] {
  return (cases as readonly Case[]).flatMap((each) => guarded(each.id, () => caseResults(each)));
}

function caseResults(each: Case): readonly CaseResult[] {
  switch (each.kind) {
    case "conformance-probability":
      return probabilityCase(each as ProbabilityCase);
    case "guard-band":
      return exceedanceCase(each as ExceedanceCase);
    case "global-risk":
      return riskCase(each as RiskCase);
    case "global-risk-table":
      return riskTable(each as RiskTable);
    case "table":
      return "rows" in each ? factorTable(each as FactorTable) : [];
    case "decision-rules":
      return [...ruleTests(each as RuleCase), ...reproducibilityRows(each as RuleCase)];
    default:
      return [];
  }
}

function tolerance({ TL, TU }: Bounds) {
  return { ...(TL === null ? {} : { lower: TL }), ...(TU === null ? {} : { upper: TU }) };
}

function printed(id: string, rows: readonly Printed[], figures: Readonly<Record<string, number>>): CaseResult[] {
  return rows.map(({ quantity, published, decimals }) =>
    within(`${id} printed ${quantity}`, figures[quantity], published, 0.5 * 10 ** -decimals * (1 + 1e-9)),
  );
}

type ProbabilityCase = Case & {
  readonly input: Bounds & { readonly y: number; readonly u: number };
  readonly reference: { readonly pc: number };
  readonly published: readonly Printed[];
};

function probabilityCase({ id, input, reference, published }: ProbabilityCase): CaseResult[] {
  const pc = conformanceProbability({ y: input.y, u: input.u, dof: Infinity }, tolerance(input));
  return [within(`${id} pc`, pc, reference.pc, 1e-11), ...printed(id, published, { pc })];
}

type ExceedanceCase = Case & {
  readonly input: { readonly limit: number; readonly uRelative: number; readonly p: number };
  readonly reference: { readonly v: number };
  readonly published: readonly Printed[];
};

function exceedanceCase({ id, input, reference, published }: ExceedanceCase): CaseResult[] {
  const v = exceedanceLimit(input.limit, input.uRelative, input.p);
  return [close(`${id} v`, v, reference.v, 5e-10), ...printed(id, published, { v_max: v })];
}

type RiskCase = Case & {
  readonly input: Bounds & {
    readonly prior: { dist: "normal"; mean: number; sd: number } | { dist: "gamma"; shape: number; rate: number };
    readonly um: number;
    readonly AL: number | null;
    readonly AU: number | null;
  };
  readonly reference: { readonly RC: number; readonly RP: number; readonly "AU_for_RC_0.001"?: number };
  readonly published: readonly Printed[];
};

/** The reference figures carry eight significant digits. */
const EIGHT = 5e-8;

function riskCase({ id, input, reference, published }: RiskCase): CaseResult[] {
  const { dist, ...parameters } = input.prior;
  const prior = { kind: dist, ...parameters } as Prior;
  const limits = tolerance(input);
  const risks = globalRisks(prior, input.um, limits, tolerance({ TL: input.AL, TU: input.AU }));
  const wanted = reference["AU_for_RC_0.001"];
  const edge = wanted === undefined ? NaN : (input.TU ?? NaN) - guardBandForRisk(prior, input.um, limits, 0.001);
  const figures = {
    R_C: risks.consumer,
    R_P: risks.producer,
    "P(out) no inspection": risks.nonconforming,
    "R_C simple": risks.consumer,
    "A_U for R_C=0.1 %": edge,
  };
  return [
    close(`${id} RC`, risks.consumer, reference.RC, EIGHT),
    close(`${id} RP`, risks.producer, reference.RP, EIGHT),
    ...(wanted === undefined ? [] : [close(`${id} A_U`, edge, wanted, EIGHT)]),
    ...printed(id, published, figures),
  ];
}

type RiskTable = Case & {
  readonly input: { readonly TL: number; readonly TU: number };
  readonly rows: readonly {
    itp: number;
    PFA_pct_recomputed: number;
    CPFA_pct_recomputed: number;
    PFR_pct_recomputed: number;
  }[];
};

/** A process centred on the tolerance with a given share of it inside, measured with a quarter of its spread. */
function riskTable({ id, input, rows }: RiskTable): CaseResult[] {
  const limits = { lower: input.TL, upper: input.TU };
  return rows.flatMap(({ itp, ...row }) => {
    const sd = input.TU / normalQuantile(0.5 + 0.5 * itp);
    const found = globalRisks({ kind: "normal", mean: 0, sd }, sd / 4, limits, limits);
    return [
      within(`${id} ${itp} PFA`, 100 * found.consumer, row.PFA_pct_recomputed, 1e-6),
      within(`${id} ${itp} CPFA`, 100 * found.consumerGivenAccepted, row.CPFA_pct_recomputed, 1e-6),
      within(`${id} ${itp} PFR`, 100 * found.producer, row.PFR_pct_recomputed, 1e-6),
    ];
  });
}

type FactorTable = Case & { readonly rows: readonly Readonly<Record<string, number>>[] };

const METHODS = { "RSS ": "rss", "ILAC-G8 ": "ilac-g8", "RP-10 ": "rp-10", "Dobbert ": "managed-risk" } as const;

function factorTable({ id, rows }: FactorTable): CaseResult[] {
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, factor]) => {
      const method = Object.entries(METHODS).find(([start]) => name.startsWith(start))?.[1];
      return method
        ? [within(`${id} TUR ${row["TUR"]} ${method}`, guardFactor(method, row["TUR"]!), factor, 6e-10)]
        : [];
    }),
  );
}

type RuleCase = Case & {
  readonly tests?: readonly (Bounds & { y: number; u: number; U: number; pc: number } & Readonly<
      Record<string, unknown>
    >)[];
  readonly rule?: { readonly factor: number };
  readonly rows?: readonly {
    case: string;
    R: number;
    limit: number;
    kind: "min" | "max";
    "recipientLimit_0.59R": number;
    published_rounded: number;
    "supplierLimit_0.59R": number;
  }[];
};

const RULES: Readonly<Record<string, ConformityRule>> = {
  "binary-simple": { kind: "simple" },
  "binary-guard": { kind: "guarded", guard: "1" },
  "nonbinary-guard": { kind: "non-binary", guard: "1" },
  "14253-1": { kind: "iso-14253-1", factor: ISO_14253_FACTOR },
};
const WORDS: Readonly<Record<string, string>> = {
  conformity: "pass",
  nonconformity: "fail",
  inconclusive: "undecided",
};

function ruleTests({ id, tests = [] }: RuleCase): CaseResult[] {
  return tests.flatMap((row) => {
    const text = (value: number) => formatDecimal(fromNumber(value));
    const measured = { value: text(row.y), u: text(row.u), expanded: text(row.U) };
    const limit = {
      kind: "interval" as const,
      ...(row.TL === null ? {} : { min: text(row.TL) }),
      ...(row.TU === null ? {} : { max: text(row.TU) }),
    };
    const pc = conformanceProbability({ y: row.y, u: row.u, dof: Infinity }, tolerance(row));
    return [
      within(`${id} ${row.y} pc`, pc, row.pc, 6e-11),
      ...Object.entries(RULES).map(([name, rule]) => {
        const wanted = String(row[name]);
        return same(`${id} ${row.y} ${name}`, conform(measured, limit, rule).outcome, WORDS[wanted] ?? wanted);
      }),
    ];
  });
}

function reproducibilityRows({ id, rule, rows = [] }: RuleCase): CaseResult[] {
  const factor = normalQuantile(0.95) / (normalQuantile(0.975) * Math.SQRT2);
  return [
    ...(rule?.factor === undefined ? [] : [within(`${id} factor`, factor, rule.factor, 6e-11)]),
    ...rows.flatMap((row) => {
      const edge = (side: "supplier" | "recipient") => {
        const reproducibility = formatDecimal(fromNumber(row.R));
        return toNumber(
          acceptanceEdge(formatDecimal(fromNumber(row.limit)), row.kind, { kind: "iso-4259", side, reproducibility }),
        );
      };
      return [
        within(`${id} ${row.case} recipient`, edge("recipient"), row["recipientLimit_0.59R"], 1e-9),
        within(`${id} ${row.case} supplier`, edge("supplier"), row["supplierLimit_0.59R"], 1e-9),
        within(`${id} ${row.case} printed`, edge("recipient"), row.published_rounded, 0.05),
      ];
    }),
  ];
}
