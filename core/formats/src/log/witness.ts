import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";
import { HASH_BYTES } from "./hash.ts";

/** What a log sends a witness: the size it last saw, the proof that the new tree continues it, the signed checkpoint. */
export type WitnessRequest = {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
};

/**
 * Body of `POST …/add-checkpoint`.
 *
 * @example witnessRequest({ oldSize: 5, proof: [], checkpoint: "c\n" }) // → "old 5\n\nc\n" (C2SP tlog-witness: old size, proof, blank line, checkpoint)
 * @source C2SP tlog-witness v1.0.0
 */
export function witnessRequest({ oldSize, proof, checkpoint }: WitnessRequest): string {
  return [`old ${oldSize}`, ...proof.map(toBase64), "", checkpoint].join("\n");
}

/**
 * What a log asks of a witness.
 *
 * @example parseWitnessRequest("old 5\n\nc\n") // → { oldSize: 5, proof: [], checkpoint: "c\n" } (as it was written)
 * @example refusalOf(() => parseWitnessRequest("c\n")) // → "proof-unreadable" (no old size)
 * @throws Refusal `proof-unreadable`
 * @source C2SP tlog-witness v1.0.0
 */
export function parseWitnessRequest(body: string): WitnessRequest {
  const split = body.indexOf("\n\n");
  const [first = "", ...lines] = body.slice(0, Math.max(split, 0)).split("\n");
  const oldSize = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES) as Uint8Array[];
  if (oldSize === undefined || proof.length !== lines.length || proof.length > 63) return refuse("proof-unreadable");
  return { oldSize: Number(oldSize), proof, checkpoint: body.slice(split + 2) };
}
