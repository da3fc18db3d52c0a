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
 * Statistics of laboratories, regression and acceptance sampling have a dispatcher of their own. What is not claimed
 * returns no cases.
 */
export function run(path: string, content: unknown): readonly CaseResult[] {
  if (path.endsWith(".xml")) return basename(path).startsWith("Ucum") ? unitCases(readFileSync(path, "utf8")) : [];
  if (typeof content !== "object" || content === null) return [];
  if ("roundings" in content) return roundingCases(content as RoundingFile);
  if ("philox4x32_10" in content) return distributionCases(content as DistributionFile);
  const laboratory = laboratoryCases(content);
  if (!("cases" in content) || !Array.isArray(content.cases)) return laboratory;
  const cases: readonly { readonly kind?: string }[] = content.cases;
  return [
    ...laboratory,
    ...propagationCases(cases),
    ...trialCases(cases),
    ...lineCases(cases),
    ...conformityCases(cases),
    ...multivariateCases(cases),
  ];
}
