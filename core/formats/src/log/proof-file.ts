import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";
import { type CheckpointVerdict, type LogTrust, openCheckpoint } from "./checkpoint.ts";
import { HASH_BYTES } from "./hash.ts";
import { included } from "./merkle-proof.ts";

/** Everything an offline verifier needs to see that an entry is in the log, apart from the entry and the keys. */
export type LogProof = {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint as served. */
  readonly checkpoint: string;
  /** Opaque bytes that travel with the proof: here the entry itself. */
  readonly extra: Uint8Array | null;
};

const HEADER = "c2sp.org/tlog-proof@v1";

/**
 * A proof as the text that travels with a document.
 *
 * @example formatLogProof({ index: 1, hashes: [], checkpoint: "c\n", extra: null }) // → "c2sp.org/tlog-proof@v1\nindex 1\n\nc\n" (C2SP tlog-proof: header, index, hashes, blank line, checkpoint)
 * @source C2SP tlog-proof (draft)
 */
export function formatLogProof({ index, hashes, checkpoint, extra }: LogProof): string {
  return [
    HEADER,
    ...(extra === null ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(toBase64),
    "",
    checkpoint,
  ].join("\n");
}

/**
 * A proof from its text.
 *
 * @example parseLogProof("c2sp.org/tlog-proof@v1\nindex 1\n\nc\n") // → { index: 1, hashes: [], checkpoint: "c\n", extra: null } (as it was written)
 * @example refusalOf(() => parseLogProof("index 1\n\nc\n")) // → "proof-unreadable" (no header)
 * @throws Refusal `proof-unreadable`
 * @source C2SP tlog-proof (draft)
 */
export function parseLogProof(text: string): LogProof {
  const split = text.indexOf("\n\n");
  const [header, ...lines] = text.slice(0, Math.max(split, 0)).split("\n");
  if (header !== HEADER) return refuse("proof-unreadable");
  const extra = lines[0]?.startsWith("extra ") ? fromBase64(lines.shift()?.slice(6) ?? "") : null;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? "")?.[1];
  const hashes = lines.map(fromBase64);
  if (extra === undefined || index === undefined || hashes.length > 63) return refuse("proof-unreadable");
  const sound = hashes.filter((hash) => hash?.length === HASH_BYTES) as Uint8Array[];
  if (sound.length !== hashes.length) return refuse("proof-unreadable");
  return { index: Number(index), hashes: sound, checkpoint: text.slice(split + 2), extra };
}

export type LogProofVerdict = CheckpointVerdict & { readonly included: boolean };

/**
 * Whether an entry is in a log that one trusts.
 *
 * @example judgeLogProof({ index: 1, hashes: ["0Nc2CrefWKseHj/mStd+LqC8B+NrX0btIiPt2SmN+ek=", "Zx8UbF5HHooag6PCFM5LqQe486WIjRTMjNPOdbsS75Q="].map((hash) => Uint8Array.from(atob(hash), (c) => c.charCodeAt(0))), checkpoint: "example.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n", extra: null }, new TextEncoder().encode("two"), { logs: [], witnesses: [], quorum: 0 }) // → { included: true, trusted: false, reasons: ["log-unknown"] } (Tessera test log, before anybody is trusted)
 * @throws Refusal `note-unreadable`, `checkpoint-unreadable`
 * @source C2SP tlog-proof (draft); RFC 9162, 2.1.3.2
 */
export function judgeLogProof(proof: LogProof, entry: Uint8Array, trust: LogTrust): LogProofVerdict {
  const verdict = openCheckpoint(proof.checkpoint, trust);
  const { size, root } = verdict.checkpoint;
  return { ...verdict, included: included(entry, proof.index, size, proof.hashes, root) };
}
