import type { CaseResult } from "../../adapter.ts";
import { runInterlab } from "./interlab.ts";
import { runNetContent } from "./net-content.ts";
import { runProficiency } from "./proficiency.ts";
import { runSampling, runSamplingQueries, runSamplingSwitching } from "./sampling.ts";
import { runSamplingVariables } from "./sampling-variables.ts";
import { runStrd } from "./strd.ts";

type Case = { readonly kind?: string; readonly published?: readonly { readonly quantity: string }[] };
type Run = (content: never) => readonly CaseResult[];

/** Files that are told by a member of theirs. */
const BY_MEMBER: readonly (readonly [string, Run])[] = [
  ["sequences", runSamplingSwitching],
  ["queries", runSamplingQueries],
  ["codeLetters", runSampling],
  ["estimates", runSamplingVariables],
  ["Tcases", runNetContent],
];

/** Cases that are told by their kind; a table belongs to the document whose figures it names. */
const BY_KIND: readonly (readonly [Run, (each: Case) => boolean])[] = [
  [
    runInterlab,
    ({ kind, published }) => kind === "precision-experiment" || (kind === "table" && names(published, CRITICAL)),
  ],
  [
    runProficiency,
    ({ kind, published }) => PROFICIENCY.has(kind ?? "") || (kind === "table" && names(published, FACTOR)),
  ],
  [runStrd, ({ kind }) => kind === "univariate" || kind === "linear"],
];

const PROFICIENCY = new Set(["robust", "homogeneity", "scores", "assigned-value", "sigma_pt"]);

/** Runs what the statistics of laboratories and acceptance sampling can of a file; nothing where it holds no such case. */
export function laboratoryCases(content: object): readonly CaseResult[] {
  const member = BY_MEMBER.find(([name]) => name in content);
  if (member) return member[1](content as never);
  const cases: readonly Case[] = "cases" in content && Array.isArray(content.cases) ? content.cases : [];
  return BY_KIND.flatMap(([run, belongs]) => {
    const own = cases.filter(belongs);
    return own.length === 0 ? [] : run({ cases: own } as never);
  });
}

/** Critical values of ISO 5725-2, and the factors of table B.1 of ISO 13528. */
const CRITICAL = /^(Cochran|Grubbs|Mandel|h|k) .*\bp=\d/;
const FACTOR = /^F[12] g=/;

function names(published: Case["published"], pattern: RegExp): boolean {
  return published?.every(({ quantity }) => pattern.test(quantity)) ?? false;
}
