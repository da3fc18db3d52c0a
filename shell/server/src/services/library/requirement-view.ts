import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import type { Reference } from "../../store/reference.ts";
import type { StoredRequirement } from "../../store/requirement.ts";

/** Whether some laboratory of the cluster offers a test of a characteristic. */
export type Offered = (characteristic: string) => boolean;

/** One requirement as pages show it, with names and the limit in words. */
export function requirementView(
  version: RequirementVersion & Partial<Pick<StoredRequirement, "verifiedBy">>,
  reference: Reference,
  offered: Offered,
): ApplicableRequirement {
  return {
    rowId: version.id,
    versionId: version.versionId as ApplicableRequirement["versionId"],
    market: version.market,
    document: version.document,
    documentTitle: reference.titleOf(version.document),
    clause: version.clause,
    characteristic: version.characteristic,
    characteristicName: reference.nameOf(version.characteristic),
    variant: version.variant,
    limit: { ...version.limit },
    limitText: limitText(version.limit),
    unit: version.unit,
    methods: [...version.methods],
    force: version.force,
    effectiveFrom: version.effective.from,
    effectiveTo: version.effective.to,
    confidence: version.confidence,
    status: version.status,
    source: version.source,
    note: version.note,
    testable: offered(version.characteristic),
  };
}
