import type { NormativeDocument } from "../reference.ts";
import type { Supersession } from "./supersession.ts";

/** Why a document no longer stands on a day, what took its place, and since when. */
export type Fallen = {
  readonly reason: "withdrawn" | "superseded";
  readonly successor: string | null;
  readonly since: string | null;
};

/**
 * Whether a document still stands on a day. A successor counts from the day on which it takes effect; one that is
 * announced but not in force leaves the document standing, and a document without an end stands beside a successor only
 * until that takes effect.
 *
 * @param document undefined for one that only the supersessions know
 * @param successors the documents that name it as superseded, with their own periods
 * @example fallen({ effective: { from: null, to: null } }, [{ id: "GB 2760-2024", effective: { from: "2025-02-08", to: null } }], "2026-11-25") // → { reason: "superseded", successor: "GB 2760-2024", since: "2025-02-08" } (the successor is in force)
 * @example fallen({ effective: { from: null, to: null } }, [{ id: "GB 2760-2024", effective: { from: "2025-02-08", to: null } }], "2025-02-07") // → null (announced only)
 * @source ours: a successor counts from the day on which it takes effect
 */
export function fallen(
  document: Pick<NormativeDocument, "effective"> | undefined,
  successors: readonly Pick<NormativeDocument, "id" | "effective">[],
  on: string,
): Fallen | null {
  const inForce = successors
    .filter(({ effective: { from } }) => from === null || from <= on)
    .sort((one, other) => ((one.effective.from ?? "") < (other.effective.from ?? "") ? -1 : 1));
  const [first] = inForce;
  if (first) return { reason: "superseded", successor: first.id, since: first.effective.from };
  const end = document?.effective.to ?? null;
  return end !== null && end <= on ? { reason: "withdrawn", successor: null, since: end } : null;
}

/**
 * Every supersession that documents and relations tell of, each once.
 *
 * @example supersessionsOf([{ id: "B", supersedes: ["A"] }], [{ kind: "supersession", source: "B", target: "A" }]) // → [{ source: "B", target: "A" }] (told twice, kept once)
 * @source ours: documents and relations tell of the same thing
 */
export function supersessionsOf(
  documents: Iterable<Pick<NormativeDocument, "id" | "supersedes">>,
  relations: Iterable<{ readonly kind: string; readonly source: string; readonly target: string }>,
): readonly Supersession[] {
  const edges = new Map<string, Supersession>();
  const add = (source: string, target: string) => edges.set(`${source} → ${target}`, { source, target });
  for (const { id, supersedes } of documents) for (const target of supersedes ?? []) add(id, target);
  for (const { kind, source, target } of relations) if (kind === "supersession") add(source, target);
  return [...edges.values()];
}
