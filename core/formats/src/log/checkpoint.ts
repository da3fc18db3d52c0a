import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";
import { HASH_BYTES } from "./hash.ts";
import { NOTE_TYPE, type NoteKey } from "./key.ts";
import { noteVoices, parseNote } from "./note.ts";

/** The state of a log that its key signs. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

/**
 * The text that is signed: origin, size and root, a line each.
 *
 * @example checkpointText(parseCheckpoint("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")) // → "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n" (C2SP tlog-checkpoint, example)
 * @source C2SP tlog-checkpoint v1.0.0
 */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Origin, size and root of a checkpoint; extension lines after the third are passed over.
 *
 * @example parseCheckpoint("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n").size // → 20852163 (C2SP tlog-checkpoint, example)
 * @example refusalOf(() => parseCheckpoint("a\n01\nAA==\n")) // → "checkpoint-unreadable" (a size has no leading zero)
 * @throws Refusal `checkpoint-unreadable`
 * @source C2SP tlog-checkpoint v1.0.0
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", encoded = "", ...rest] = text.split("\n");
  const root = fromBase64(encoded);
  const sound = origin !== "" && /^(0|[1-9]\d{0,15})$/.test(size) && root?.length === HASH_BYTES && rest.length > 0;
  if (!sound || !root || !Number.isSafeInteger(Number(size))) return refuse("checkpoint-unreadable");
  return { origin, size: Number(size), root };
}

/** Whom a checkpoint must come from. */
export type LogTrust = {
  readonly logs: readonly NoteKey[];
  readonly witnesses: readonly NoteKey[];
  /** How many of the witnesses must have seen it; 0 asks for none. */
  readonly quorum: number;
};

export type CheckpointVerdict = {
  readonly checkpoint: Checkpoint;
  /** A known log key of that origin signed it, and no known key's signature is wrong. */
  readonly trusted: boolean;
  /** `log-unknown`, `log-signature-wrong`, `witnesses-missing`. */
  readonly reasons: readonly string[];
  /** Witnesses that saw it, with the time of each in seconds since 1970. */
  readonly witnesses: readonly { readonly name: string; readonly timeS: number }[];
};

/**
 * Reads a signed checkpoint and says who stands behind it.
 *
 * @example openCheckpoint("example.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n", { logs: [], witnesses: [], quorum: 0 }) // → { checkpoint: { size: 3 }, trusted: false, reasons: ["log-unknown"] } (Tessera test log, before anybody is trusted)
 * @throws Refusal `note-unreadable`, `checkpoint-unreadable`
 * @source C2SP tlog-checkpoint v1.0.0, signed-note v1.0.0, tlog-cosignature v1.0.1
 */
export function openCheckpoint(signed: string, trust: LogTrust): CheckpointVerdict {
  const kept = OPENED.get(trust) ?? new Map<string, CheckpointVerdict>();
  const known = kept.get(signed);
  if (known) return known;
  const verdict = judgeCheckpoint(signed, trust);
  if (kept.size >= MOST_OPENED) kept.clear();
  OPENED.set(trust, kept.set(signed, verdict));
  return verdict;
}

/** Many documents are proved in one state of the log; the same text under the same trust has the same verdict. */
const OPENED = new WeakMap<LogTrust, Map<string, CheckpointVerdict>>();
const MOST_OPENED = 32;

function judgeCheckpoint(signed: string, trust: LogTrust): CheckpointVerdict {
  const note = parseNote(signed);
  const checkpoint = parseCheckpoint(note.text);
  // The name of a log's key is its origin, so that no log can speak for another.
  const logs = trust.logs.filter((key) => key.type === NOTE_TYPE.ed25519 && key.name === checkpoint.origin);
  const voices = noteVoices(note, [...logs, ...trust.witnesses]);
  const witnesses = new Map(
    voices.flatMap(({ key, holds, timeS }) => (holds && timeS !== null ? [[key.name, timeS] as const] : [])),
  );
  const reasons: string[] = [];
  if (!voices.some(({ key }) => key.type === NOTE_TYPE.ed25519)) reasons.push("log-unknown");
  if (voices.some(({ holds }) => !holds)) reasons.push("log-signature-wrong");
  if (witnesses.size < trust.quorum) reasons.push("witnesses-missing");
  return {
    checkpoint,
    trusted: reasons.length === 0,
    reasons,
    witnesses: Array.from(witnesses, ([name, timeS]) => ({ name, timeS })),
  };
}
