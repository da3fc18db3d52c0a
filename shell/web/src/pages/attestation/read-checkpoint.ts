import { toBase64 } from "@quanheng/formats/bytes/base64.ts";
import { openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import type { TrustBundle } from "@quanheng/formats/verify/trust.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { trustOf } from "./examine.ts";

/** A checkpoint as it is shown, with what its signatures are worth. */
export type Checkpointed = {
  readonly origin: string;
  readonly size: number;
  /** Base64, as in the signed text. */
  readonly root: string;
  readonly signature: "ok" | "bad" | "unknown";
  readonly witnesses: readonly { readonly name: string; readonly at: string }[];
};

/** Reads a signed checkpoint by the keys of a trust bundle; null where it is none. */
export function readCheckpoint(note: string, bundle: TrustBundle | undefined): Checkpointed | null {
  try {
    const { checkpoint, trusted, witnesses } = openCheckpoint(note, trustOf(bundle).log);
    return {
      origin: checkpoint.origin,
      size: checkpoint.size,
      root: toBase64(checkpoint.root),
      signature: bundle === undefined ? "unknown" : trusted ? "ok" : "bad",
      witnesses: witnesses.map(({ name, timeS }) => ({ name, at: new Date(timeS * 1000).toISOString() })),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}
