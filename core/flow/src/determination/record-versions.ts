import { refuse } from "./refusals.ts";

/** Who made a version, in which roles, when, and why the former one did not stand. */
export type VersionMeta = {
  readonly actor: string;
  readonly roles: readonly string[];
  /** Instant, ISO 8601. */
  readonly time: string;
  /** Null for the first version only. */
  readonly reason: string | null;
};

export type RecordVersion<Content> = {
  readonly number: number;
  readonly content: Content;
  readonly meta: VersionMeta;
};

/** All versions of a record, the first being number 0; none is ever taken away. */
export type RecordVersions<Content> = readonly RecordVersion<Content>[];

/**
 * Adds a version; every one but the first says why.
 *
 * @throws Refusal `reason-missing`
 * @source ISO/IEC 17025:2017, 7.5.2
 * @example withVersion([], "12", { actor: "u1", roles: [], time: "2026-03-16T09:00:00Z", reason: null })[0].number // → 0 (the first is number 0)
 */
export function withVersion<Content>(
  versions: RecordVersions<Content>,
  content: Content,
  meta: VersionMeta,
): RecordVersions<Content> {
  if (versions.length > 0 && (meta.reason ?? "").trim() === "") refuse("reason-missing", {});
  return [...versions, { number: versions.length, content, meta }];
}

/**
 * What a list of a later version has more and less than that of a former one, in the order of the lists.
 *
 * @example listDifference(["Cu", "Fe"], ["Fe", "Mg"]) // → { added: ["Mg"], removed: ["Cu"] } (Fe stays)
 * @source ISO/IEC 17025:2017, 7.5.2 (changes stay traceable)
 */
export function listDifference(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: after.filter((each) => !before.includes(each)),
    removed: before.filter((each) => !after.includes(each)),
  };
}
