import { kindOf, type ReportKind } from "@quanheng/flow/attestation/report-kind.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { CALIBRATION_RULES, VERIFICATION_RULES } from "./rules/calibration.ts";
import { CERTIFICATION_RULES, CONFORMITY_RULES } from "./rules/certification.ts";
import { CHANGE_RULES } from "./rules/changes.ts";
import { INSPECTION_RULES } from "./rules/inspection.ts";
import { LABORATORY_RULES } from "./rules/laboratory.ts";
import type { Rule } from "./rules/rule.ts";
import { SAMPLING_RULES } from "./rules/sampling.ts";
import type { ReportSnapshot } from "./snapshot.ts";

/** What a report still lacks: the item of its standard and a sentence that says what to add. */
export type MissingItem = { readonly item: string; readonly sentence: Bilingual };

const RULES: Readonly<Record<ReportKind, readonly (readonly Rule[])[]>> = {
  "test-report": [LABORATORY_RULES, SAMPLING_RULES, CHANGE_RULES],
  "calibration-certificate": [LABORATORY_RULES, CALIBRATION_RULES, CHANGE_RULES],
  "verification-certificate": [LABORATORY_RULES, CALIBRATION_RULES, VERIFICATION_RULES, CHANGE_RULES],
  "inspection-report": [INSPECTION_RULES, CHANGE_RULES],
  "certificate-of-conformity": [CONFORMITY_RULES, CHANGE_RULES],
  "certification-certificate": [CERTIFICATION_RULES, CHANGE_RULES],
};

/**
 * Everything that is missing before a report may be issued, in the order of the standard that its kind follows;
 * empty when nothing is.
 *
 * @example ((b) => missingItems({ title: b, issuer: { name: b, address: b }, placeOfTesting: b, number: "1", gdti: "1", verifyUrl: "https://qi.example/253/1", client: { name: b, address: b }, results: [{ characteristic: "lead", characteristicName: b, method: "GB 5009.12", methodId: "lead", reported: "0.04", expanded: "0.01", k: "2", unit: "mg/kg", testedOn: "2026-11-23" }], item: { name: b, lotNumber: "L1" }, sample: { number: "S1", condition: b, sampling: b, sampledBy: "laboratory", sampledOn: "2026-11-20", sampledAt: b }, receivedOn: "2026-11-20", testedFrom: "2026-11-23", testedTo: "2026-11-23", issuedAt: "2026-11-25T08:00:00Z", statements: ["only-items", "method-changes", "external-results"].map((kind) => ({ kind, ...b })), persons: [{ role: "signatory", name: b }], verdicts: [] }))({ zh: "甲", en: "A" }).map(({ item }) => item) // → ["7.8.2.2"] (it does not say what the client supplied)
 * @source ISO/IEC 17025:2017, 7.8.2 to 7.8.8; ISO/IEC 17020:2012, 7.4; ISO/IEC 17065:2012, 7.7
 */
export function missingItems(report: ReportSnapshot): MissingItem[] {
  const kind = kindOf(report);
  return RULES[kind]
    .flat()
    .filter(({ only, holds }) => (only === undefined || only.includes(kind)) && !holds(report))
    .map(({ item, zh, en }) => ({ item, sentence: { zh, en } }));
}
