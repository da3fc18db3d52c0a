import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { emptyRoot } from "./hash.ts";
import type { NoteKey } from "./key.ts";
import { consistent } from "./merkle-proof.ts";
import { parseNote } from "./note.ts";
import { parseWitnessRequest, type WitnessRequest } from "./witness.ts";

/** The last state of a log that a witness cosigned. */
export type Witnessed = { readonly size: number; readonly root: Uint8Array };

/**
 * What a witness answers, by its HTTP status; only 200 lets it sign `text`. With 409 goes the size it last cosigned, or
 * null where the log shows two roots of one size.
 */
export type AdditionVerdict =
  | { readonly status: 200; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly status: 400 | 403 | 404 | 422 }
  | { readonly status: 409; readonly size: number | null };

/**
 * Whether a witness may cosign a checkpoint that a log hands in: only what continues the state it cosigned last.
 *
 * @param logs keys of the logs it follows
 * @param last what it cosigned last of an origin; undefined where it never did
 * @returns status 400 (unreadable, or old size above the new one), 404 (a log it does not follow), 403 (not signed by
 *   that log), 409 (another old size than its own, or a second root of one size), 422 (the proof does not hold)
 * @example judgeAddition("old 0\n\nc\n", [], () => undefined).status // → 400 (no checkpoint)
 * @example judgeAddition("old 0\n\nexample.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n", [], () => undefined).status // → 404 (Tessera test log, which nobody follows here)
 * @source C2SP tlog-witness v1.0.0
 */
export function judgeAddition(
  body: string,
  logs: readonly NoteKey[],
  last: (origin: string) => Witnessed | undefined,
): AdditionVerdict {
  const read = readAddition(body);
  if (read === undefined) return { status: 400 };
  const { request, checkpoint, reasons, text } = read(logs);
  if (!logs.some(({ name }) => name === checkpoint.origin)) return { status: 404 };
  if (reasons.length > 0) return { status: 403 };
  const known = last(checkpoint.origin) ?? { size: 0, root: emptyRoot() };
  if (request.oldSize > checkpoint.size) return { status: 400 };
  if (request.oldSize !== known.size) return { status: 409, size: known.size };
  if (consistent(known, checkpoint, request.proof)) return { status: 200, checkpoint, text };
  const forked = known.size > 0 && known.size === checkpoint.size && request.proof.length === 0;
  return forked ? { status: 409, size: null } : { status: 422 };
}

type Addition = {
  readonly request: WitnessRequest;
  readonly checkpoint: Checkpoint;
  readonly reasons: readonly string[];
  readonly text: string;
};

/** @returns undefined for what is no request with a checkpoint in it */
function readAddition(body: string): ((logs: readonly NoteKey[]) => Addition) | undefined {
  try {
    const request = parseWitnessRequest(body);
    const { text } = parseNote(request.checkpoint);
    openCheckpoint(request.checkpoint, { logs: [], witnesses: [], quorum: 0 });
    return (logs) => ({ request, text, ...openCheckpoint(request.checkpoint, { logs, witnesses: [], quorum: 0 }) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}
