import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CaseResult } from "../adapter.ts";
import { conformityCases } from "./metrology/conformity.ts";
import { type DistributionFile, distributionCases } from "./metrology/distributions.ts";
import { laboratoryCases } from "./metrology/laboratory.ts";
import { lineCases } from "./metrology/line.ts";
import { multivariateCases } from "./metrology/multivariate.ts";
import { propagationCases } from "./metrology/propagation.ts";
import { type RoundingFile, roundingCases } from "./metrology/rounding.ts";
import { trialCases } from "./metrology/trials.ts";
import { unitCases } from "./metrology/units.ts";

/**
 * Runs the case files of the metrology suite that this version of the project computes, told apart by what they hold.
 * Statistics of laboratories, regression and acceptance sampling have a dispatcher of their own. What nobody
 * claims is a failed case, so that a misspelt kind never passes in silence.
 */
export function run(path: string, content: unknown): readonly CaseResult[] {
  if (path.endsWith(".xml"))
    return basename(path).startsWith("Ucum") ? unitCases(readFileSync(path, "utf8")) : [unknownFile(path)];
  if (DOCUMENTATION.has(basename(path))) return [];
  if (typeof content !== "object" || content === null) return [unknownFile(path)];
  if ("roundings" in content) return roundingCases(content as RoundingFile);
  if ("philox4x32_10" in content) return distributionCases(content as DistributionFile);
  const laboratory = laboratoryCases(withoutStrangers(content));
  if (!("cases" in content) || !Array.isArray(content.cases))
    return laboratory.length > 0 ? laboratory : [unknownFile(path)];
  if ("Tcases" in content) return laboratory;
  const given: readonly unknown[] = content.cases;
  if (given.length === 0) return [unknownFile(path)];
  const cases = given.filter(isKnown);
  return [
    ...given.filter((each) => !isKnown(each)).map((each) => unknownCase(path, each)),
    ...laboratory,
    ...propagationCases(cases),
    ...trialCases(cases),
    ...lineCases(cases),
    ...conformityCases(cases),
    ...multivariateCases(cases),
  ];
}

/** Files that are known to hold no cases. */
const DOCUMENTATION = new Set(["README.md"]);

/** Kinds of cases that an engine claims. */
const KINDS = new Set([
  "lpu",
  "mcm",
  "linear-fit",
  "linear-fit+lpu",
  "type-a-multi",
  "lpu-multivariate",
  "mcm-multivariate",
  "table",
  "conformance-probability",
  "guard-band",
  "global-risk",
  "global-risk-table",
  "decision-rules",
  "precision-experiment",
  "robust",
  "homogeneity",
  "scores",
  "assigned-value",
  "sigma_pt",
  "univariate",
  "linear",
]);

type Kinded = { readonly kind: string };

function isKnown(each: unknown): each is Kinded {
  return typeof each === "object" && each !== null && "kind" in each && KINDS.has(String(each.kind));
}

/** The content with only the cases that an engine can read; files told by a member of theirs stay as they are. */
function withoutStrangers(content: object): object {
  if ("Tcases" in content || !("cases" in content) || !Array.isArray(content.cases)) return content;
  return { ...content, cases: content.cases.filter(isKnown) };
}

function unknownFile(path: string): CaseResult {
  return { id: basename(path), ok: false, message: "holds no cases that are known here" };
}

function unknownCase(path: string, each: unknown): CaseResult {
  const { id, kind } = (each ?? {}) as { readonly id?: unknown; readonly kind?: unknown };
  return { id: `${basename(path)} ${String(id)}`, ok: false, message: `no engine for the kind ${String(kind)}` };
}
