import { randomBytes } from "node:crypto";
import { type Id, type IdKind, idFrom } from "@quanheng/kernel/id.ts";

/**
 * Names new things so that their ids sort by age: 48 bits of milliseconds, 16 bits that count within one millisecond,
 * 64 random bits that keep ids of several nodes apart and cannot be guessed.
 */
export function freshIds(now: () => Date): <Kind extends IdKind>(kind: Kind) => Id<Kind> {
  let lastMs = 0;
  let count = 0;
  return (kind) => {
    const ms = Math.max(now().getTime(), lastMs);
    count = ms === lastMs ? count + 1 : 0;
    lastMs = ms;
    const bytes = Buffer.alloc(16);
    bytes.writeUIntBE(ms, 0, 6);
    bytes.writeUInt16BE(Math.min(count, MOST_PER_MS), 6);
    randomBytes(8).copy(bytes, 8);
    return idFrom(kind, bytes);
  };
}

/** Beyond it ids stay unique and merely lose their order within that millisecond. */
const MOST_PER_MS = 0xffff;
