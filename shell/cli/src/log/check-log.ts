import { type Checkpoint, openCheckpoint, parseCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { readEntry } from "@quanheng/formats/log/entry.ts";
import { leafHash, rootOver } from "@quanheng/formats/log/hash.ts";
import type { NoteKey } from "@quanheng/formats/log/key.ts";
import { parseNote } from "@quanheng/formats/log/note.ts";
import { TILE_WIDTH } from "@quanheng/formats/log/tile.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { LogReader } from "./read-log.ts";

/** What is wrong with a log; an empty list means that all of it holds. */
export type LogFinding =
  | { readonly code: "checkpoint-not-trusted"; readonly reasons: readonly string[] }
  | { readonly code: "bundle-short"; readonly tile: number }
  | { readonly code: "tile-differs"; readonly tile: number }
  | { readonly code: "entry-unreadable"; readonly index: number }
  | { readonly code: "event-out-of-order"; readonly index: number }
  | { readonly code: "root-differs" }
  | { readonly code: "shrunk"; readonly before: number }
  | { readonly code: "history-rewritten"; readonly before: number }
  | { readonly code: "witness-unreachable"; readonly witness: string }
  | { readonly code: "witness-unknown-log"; readonly witness: string }
  | { readonly code: "witness-ahead"; readonly witness: string; readonly size: number }
  | { readonly code: "equivocation"; readonly witness: string; readonly size: number }
  | { readonly code: "document-not-logged"; readonly path: string };

/** The checkpoint that a witness shows: null when it did not answer, empty when it has cosigned nothing of this log. */
export type WitnessView = { readonly witness: string; readonly note: string | null };

/** What else the log must agree with. */
export type LogSurroundings = {
  readonly views: readonly WitnessView[];
  /** Documents one holds, by the hex SHA-256 of their bytes. */
  readonly documents: readonly { readonly path: string; readonly sha256: string }[];
};

const ALONE: LogSurroundings = { views: [], documents: [] };

export type LogAnswer = {
  readonly origin: string | null;
  readonly size: number;
  readonly root: string | null;
  readonly statements: number;
  readonly findings: readonly LogFinding[];
  /** The checkpoint that was checked, to be kept for the next look; null for a log without entries. */
  readonly note: string | null;
};

/**
 * Reads a whole log and checks that it is what it signs: signature, every entry, every stored hash, the root, the order of
 * events of each statement, that it still begins with what was seen before, that witnesses see the same log, and that it
 * holds the issue of the documents at hand.
 *
 * @param before a checkpoint that was kept from an earlier look; null for the first
 * @param around views of witnesses and documents to compare with
 * @throws Refusal `note-unreadable`, `checkpoint-unreadable`
 */
export async function checkLog(
  log: LogReader,
  keys: readonly NoteKey[],
  before: string | null,
  around: LogSurroundings = ALONE,
): Promise<LogAnswer> {
  const signed = await log.checkpoint();
  if (signed === null) {
    const vanished = before === null ? [] : [{ code: "shrunk", before: sizeOf(before) } as const];
    const missing = around.documents.map(({ path }) => ({ code: "document-not-logged", path }) as const);
    const findings = [...vanished, ...judgeViews(around.views, keys, []), ...missing];
    return { origin: null, size: 0, root: null, statements: 0, findings, note: null };
  }
  const { checkpoint, trusted, reasons } = openCheckpoint(signed, { logs: keys, witnesses: [], quorum: 0 });
  const findings: LogFinding[] = trusted ? [] : [{ code: "checkpoint-not-trusted", reasons }];
  const leaves: Uint8Array[] = [];
  const last = new Map<string, string>();
  const issued = new Set<string>();
  for await (const bundle of log.entries(checkpoint.size)) {
    const tile = leaves.length / TILE_WIDTH;
    const width = Math.min(TILE_WIDTH, checkpoint.size - leaves.length);
    if (bundle.length !== width) findings.push({ code: "bundle-short", tile });
    const stored = await log.leafTile(tile, width);
    const hashes = bundle.map(leafHash);
    if (!Buffer.concat(hashes).equals(stored)) findings.push({ code: "tile-differs", tile });
    for (const [at, entry] of bundle.entries()) {
      findings.push(...judgeEntry(entry, leaves.length + at, hashes[at]!, last));
      for (const { sha256 } of readEntry(entry)?.docs ?? []) issued.add(sha256);
    }
    leaves.push(...hashes);
  }
  if (!Buffer.from(rootOver(leaves)).equals(checkpoint.root)) findings.push({ code: "root-differs" });
  if (before !== null) findings.push(...judgeHistory(before, leaves));
  findings.push(...judgeViews(around.views, keys, leaves));
  for (const { path, sha256 } of around.documents)
    if (!issued.has(sha256)) findings.push({ code: "document-not-logged", path });
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: Buffer.from(checkpoint.root).toString("base64"),
    statements: last.size,
    findings,
    note: signed,
  };
}

/** A statement begins with its issue; each later event names the one before. */
function judgeEntry(bytes: Uint8Array, index: number, hash: Uint8Array, last: Map<string, string>): LogFinding[] {
  const entry = readEntry(bytes);
  if (entry === undefined) return [{ code: "entry-unreadable", index }];
  // An anchor is of a chain of records, not of a statement; whose chain it is only its keeper can tell.
  if (entry.event === "anchor") return [];
  const former = last.get(entry.id);
  last.set(entry.id, Buffer.from(hash).toString("hex"));
  const inOrder = former === undefined ? entry.event === "issue" : entry.event !== "issue" && entry.prev === former;
  return inOrder ? [] : [{ code: "event-out-of-order", index }];
}

function judgeHistory(before: string, leaves: readonly Uint8Array[]): LogFinding[] {
  const { size, root } = parseCheckpoint(parseNote(before).text);
  if (size > leaves.length) return [{ code: "shrunk", before: size }];
  const same = Buffer.from(rootOver(leaves.slice(0, size))).equals(root);
  return same ? [] : [{ code: "history-rewritten", before: size }];
}

/**
 * A witness's checkpoint carries the log's own signature: where it cannot be part of what the log serves, the log signed
 * two histories, and the two signed checkpoints prove it to everybody.
 */
function judgeViews(
  views: readonly WitnessView[],
  keys: readonly NoteKey[],
  leaves: readonly Uint8Array[],
): LogFinding[] {
  return views.flatMap(({ witness, note }): LogFinding[] => {
    if (note === null) return [{ code: "witness-unreachable", witness }];
    if (note === "" && leaves.length === 0) return [];
    const view = trustedView(note, keys);
    if (view === null) return [{ code: "witness-unknown-log", witness }];
    if (view.size > leaves.length) return [{ code: "witness-ahead", witness, size: view.size }];
    const same = Buffer.from(rootOver(leaves.slice(0, view.size))).equals(view.root);
    return same ? [] : [{ code: "equivocation", witness, size: view.size }];
  });
}

function trustedView(note: string, keys: readonly NoteKey[]): Checkpoint | null {
  try {
    const { checkpoint, trusted } = openCheckpoint(note, { logs: keys, witnesses: [], quorum: 0 });
    return trusted ? checkpoint : null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

const sizeOf = (note: string): number => parseCheckpoint(parseNote(note).text).size;
