import type { SuccessorRelation } from "./report-parts.ts";
import { type AttestationEvent, changedStatus } from "./status.ts";

export const SUCCESSOR_RELATIONS = ["amendment", "replacement", "supplement"] as const satisfies SuccessorRelation[];

/**
 * What happens to a document when a later one refers to it: an amendment takes its place and it says so, a replacement
 * withdraws it because it was wrong, a supplement leaves it as it is. Null for a supplement.
 *
 * @param last the document's last event
 * @throws Refusal `status-ended` for a document that has ended, `status-not-possible`
 * @example eventOnPredecessor("issued", "amendment") // → "amended" (the newer one holds)
 * @example eventOnPredecessor("suspended", "replacement") // → "withdrawn" (it is not relied on any more)
 * @example eventOnPredecessor("issued", "supplement") // → null (both hold)
 * @example refusalOf(() => eventOnPredecessor("withdrawn", "supplement")) // → "status-ended" (nothing is added to what has ended)
 * @source ISO/IEC 17025:2017, 7.8.8
 */
export function eventOnPredecessor(
  last: AttestationEvent,
  relation: SuccessorRelation,
): "amended" | "withdrawn" | null {
  const event = changedStatus(last, relation === "replacement" ? "withdrawn" : "amended");
  return relation === "supplement" ? null : (event as "amended" | "withdrawn");
}
