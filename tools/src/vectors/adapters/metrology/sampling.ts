import {
  acceptanceProbability,
  type LotModel,
  qualityAt,
  type SinglePlan,
} from "@quanheng/kernel/sampling/acceptance-probability.ts";
import { attributePlan, codeLetter } from "@quanheng/kernel/sampling/attribute-plan.ts";
import type { InspectionLevel, Severity } from "@quanheng/kernel/sampling/attribute-tables.ts";
import { judgeLot, STARTING } from "@quanheng/kernel/sampling/switching.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, same } from "./check.ts";
import { attributeTables } from "./tables.ts";

type Cells = Readonly<Record<Severity, Readonly<Record<string, readonly (number | string | null)[]>>>>;
type Plans = Readonly<
  Record<Severity, Readonly<Record<string, readonly (readonly [string, number, number, number])[]>>>
>;
type Probabilities = Readonly<Record<string, number>>;

export type SamplingFile = {
  readonly lotRanges?: readonly (readonly [number, number | null])[];
  readonly levels?: readonly InspectionLevel[];
  readonly codeLetters?: readonly string[];
  readonly aql?: readonly string[];
  readonly nByLetter?: Readonly<Record<Severity, Readonly<Record<string, number>>>>;
  readonly raw?: Cells;
  readonly resolved?: Plans;
  readonly oc?: readonly {
    severity: Severity;
    letter: string;
    AQL: string;
    plan: readonly [string, number, number, number];
    Pa_binomial: Probabilities;
    Pa_poisson: Probabilities;
    Pa_hypergeom_N2000: Probabilities;
    p_at_Pa: Probabilities;
  }[];
};

/** Runs the tables of GB/T 2828.1: code letters, every cell, every plan that arrows lead to, and OC points. */
export function runSampling(content: SamplingFile): readonly CaseResult[] {
  const tables = attributeTables();
  return [
    ...(content.lotRanges ?? []).flatMap(([from, to], i) =>
      (content.levels ?? []).flatMap((level, j) =>
        [from, to ?? from * 10].map((lot) =>
          same(`code letter ${lot} ${level}`, codeLetter(tables, lot, level), content.codeLetters?.[i]?.[j]),
        ),
      ),
    ),
    ...entries(content.raw ?? {}).flatMap(([severity, rows]) => rawCases(content, severity, rows)),
    ...entries(content.resolved ?? {}).flatMap(([severity, rows]) => planCases(content.aql ?? [], severity, rows)),
    ...(content.oc ?? []).flatMap(curveCases),
  ];
}

function rawCases({ nByLetter }: SamplingFile, severity: Severity, rows: Cells[Severity]): CaseResult[] {
  const printed: Readonly<Record<string, string>> = { up: "↑", down: "↓", null: "·" };
  return Object.entries(rows).flatMap(([letter, cells]) => {
    const row = attributeTables().plans[severity].find((each) => each.letter === letter);
    return [
      same(`${severity} ${letter} n`, row?.n, nByLetter?.[severity][letter]),
      same(`${severity} ${letter}`, row?.cells, cells.map((cell) => printed[String(cell)] ?? String(cell)).join(" ")),
    ];
  });
}

/** A lot that gives each letter at level II or III; S has no lot of its own. */
function planCases(aql: readonly string[], severity: Severity, rows: Plans[Severity]): CaseResult[] {
  const tables = attributeTables();
  return Object.entries(rows).flatMap(([letter, plans]) => {
    const lot = lotOfLetter(letter);
    if (!lot) return [];
    return plans.map(([finalLetter, n, ac, re], column) => {
      const scheme = { level: lot.level, aql: aql[column] ?? "", counting: "nonconformities" } as const;
      const found = attributePlan(tables, lot.size, scheme, severity);
      const text = [found.letter, found.tableSize, found.acceptance, found.rejection].join();
      return same(`${severity} ${letter} AQL ${aql[column]}`, text, [finalLetter, n, ac, re].join());
    });
  });
}

function lotOfLetter(letter: string): { size: number; level: InspectionLevel } | undefined {
  const { lots, levels } = attributeTables();
  for (const { from, letters } of lots) {
    const level = levels[letters.indexOf(letter)] as InspectionLevel | undefined;
    if (level) return { size: from, level };
  }
  return undefined;
}

function curveCases(point: NonNullable<SamplingFile["oc"]>[number]): CaseResult[] {
  const [letter, n, acceptance] = point.plan;
  const id = `OC ${point.severity} ${letter} AQL ${point.AQL}`;
  const plan: SinglePlan = { n, acceptance };
  const probability = (name: string, quality: number, model: LotModel, wanted: number): CaseResult =>
    close(`${id} ${name} ${quality}`, acceptanceProbability(plan, quality, model), wanted, 1e-10);
  return [
    ...numbers(point.Pa_binomial).map(([p, wanted]) => probability("process", p, "process", wanted)),
    ...numbers(point.Pa_poisson).map(([p, wanted]) => probability("nonconformities", p, "nonconformities", wanted)),
    ...numbers(point.Pa_hypergeom_N2000).map(([d, wanted]) =>
      probability("lot of 2000", d / 2000, { lotSize: 2000 }, wanted),
    ),
    ...numbers(point.p_at_Pa).map(([p, wanted]) =>
      close(`${id} p at ${p}`, qualityAt(plan, p, "process"), wanted, 1e-8),
    ),
  ];
}

type Query = {
  readonly lot: number;
  readonly level: InspectionLevel;
  readonly AQL: string;
  readonly severity: Severity;
  readonly initialLetter: string;
  readonly finalLetter: string;
  readonly n: number;
  readonly tableN: number;
  readonly Ac: number;
  readonly Re: number;
  readonly fullInspection: boolean;
};

/** Runs look-ups as a laboratory makes them: from lot, level and AQL to the plan. */
export function runSamplingQueries(content: { readonly queries: readonly Query[] }): readonly CaseResult[] {
  const tables = attributeTables();
  return content.queries.flatMap((query, i) => {
    const id = `query ${i + 1}: ${query.lot} ${query.level} ${query.AQL} ${query.severity}`;
    return guarded(id, () => {
      const scheme = { level: query.level, aql: query.AQL, counting: "nonconformities" } as const;
      const found = attributePlan(tables, query.lot, scheme, query.severity);
      const text = [
        found.initialLetter,
        found.letter,
        found.sampleSize,
        found.tableSize,
        found.acceptance,
        found.rejection,
        found.fullInspection,
      ].join();
      const { initialLetter, finalLetter, n, tableN, Ac, Re, fullInspection } = query;
      return [same(id, text, [initialLetter, finalLetter, n, tableN, Ac, Re, fullInspection].join())];
    });
  });
}

type Trace = {
  readonly lot: number;
  readonly level: InspectionLevel;
  readonly AQL: string;
  readonly nonconforming: readonly number[];
  readonly trace: readonly {
    d: number;
    stateBefore: Severity;
    n: number;
    Ac: number;
    accepted: boolean;
    stateAfter: Severity;
    score: number;
    suspended: boolean;
  }[];
};

/** Runs series of lots through the switching rules; production is steady and reduced inspection approved. */
export function runSamplingSwitching(content: { readonly sequences: readonly Trace[] }): readonly CaseResult[] {
  const tables = attributeTables();
  return content.sequences.flatMap(({ lot, level, AQL, trace }, i) =>
    guarded(`sequence ${i + 1}`, () => {
      const scheme = { level, aql: AQL, counting: "nonconforming-items" } as const;
      let state = STARTING;
      return trace.map((step, j) => {
        const before = state;
        const { plan, accepted, after } = judgeLot(
          tables,
          scheme,
          before,
          { lotSize: lot, found: step.d },
          { steady: true, reducedApproved: true },
        );
        state = after;
        const found = [before.severity, plan.sampleSize, plan.acceptance, accepted, after.severity, after.score];
        const wanted = [step.stateBefore, step.n, step.Ac, step.accepted, step.stateAfter, step.score];
        return same(
          `sequence ${i + 1} lot ${j + 1}`,
          [...found, after.suspended].join(),
          [...wanted, step.suspended].join(),
        );
      });
    }),
  );
}

const SEVERITIES: readonly Severity[] = ["normal", "tightened", "reduced"];

function entries<T>(record: Partial<Readonly<Record<Severity, T>>>): [Severity, T][] {
  return SEVERITIES.flatMap((severity) => {
    const value = record[severity];
    return value === undefined ? [] : [[severity, value]];
  });
}

function numbers(record: Probabilities): [number, number][] {
  return Object.entries(record).map(([name, value]) => [Number(name), value]);
}
