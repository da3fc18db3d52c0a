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

/** @source C2SP tlog-proof (draft) */
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

/** @throws Refusal `proof-unreadable` */
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

/** @throws Refusal `note-unreadable`, `checkpoint-unreadable` */
export function judgeLogProof(proof: LogProof, entry: Uint8Array, trust: LogTrust): LogProofVerdict {
  const verdict = openCheckpoint(proof.checkpoint, trust);
  const { size, root } = verdict.checkpoint;
  return { ...verdict, included: included(entry, proof.index, size, proof.hashes, root) };
}
