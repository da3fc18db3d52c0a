import { anchorEntry } from "@quanheng/formats/log/anchor.ts";
import { checkpointText } from "@quanheng/formats/log/checkpoint.ts";
import { entryBytes, type LogEvent } from "@quanheng/formats/log/entry.ts";
import { leafHash, rootOver } from "@quanheng/formats/log/hash.ts";
import { NOTE_TYPE } from "@quanheng/formats/log/key.ts";
import { signNote } from "@quanheng/formats/log/note.ts";
import { key as keyOf } from "@quanheng/formats/verify/testing/demo-house.ts";
import { expect, test } from "vitest";
import { checkLog } from "./check-log.ts";
import type { LogReader } from "./read-log.ts";

const key = { name: "qi.example/log", type: NOTE_TYPE.ed25519, ...keyOf(7) };

const entry = (id: string, event: LogEvent, prev?: Uint8Array) =>
  entryBytes({
    v: 1,
    event,
    id,
    type: "testing",
    issuer: "did:web:qi.example",
    issued: "2026-11-25T08:00:00Z",
    docs: [],
    ...(prev && { prev: Buffer.from(leafHash(prev)).toString("hex") }),
  });

/** A log of some entries; `served` stands in for what a dishonest one would serve under the same signature. */
async function logOf(entries: readonly Uint8Array[], served: readonly Uint8Array[] = entries): Promise<LogReader> {
  const root = rootOver(entries.map(leafHash));
  const note = await signNote(checkpointText({ origin: key.name, size: entries.length, root }), key);
  return {
    checkpoint: async () => note,
    async *entries() {
      yield served;
    },
    leafTile: async () => Buffer.concat(entries.map(leafHash)),
  };
}

const issued = entry("a", "issue");
const honest = [issued, entry("b", "issue"), entry("a", "suspend", issued)];

test("an honest log holds, also compared with an earlier look", async () => {
  const before = await (await logOf(honest.slice(0, 2))).checkpoint();
  expect(await checkLog(await logOf(honest), [key], before)).toMatchObject({ size: 3, statements: 2, findings: [] });
});

test("an anchor of an audit chain is an entry, and no statement", async () => {
  const anchored = entryBytes(anchorEntry("com-1", new Uint8Array(32), "did:web:qi.example", "2026-11-25T08:00:00Z"));
  const { findings, statements } = await checkLog(await logOf([issued, anchored, anchored]), [key], null);
  expect([findings, statements]).toEqual([[], 1]);
});

test.each([
  ["an entry that was changed", honest.with(1, entry("c", "issue")), ["tile-differs", "root-differs"]],
  ["an entry that is left out", honest.slice(0, 2), ["bundle-short", "tile-differs", "root-differs"]],
  [
    "bytes that are no entry",
    honest.with(0, Uint8Array.of(1, 2)),
    ["tile-differs", "entry-unreadable", "event-out-of-order", "root-differs"],
  ],
])("%s is found", async (_, served, codes) => {
  const { findings } = await checkLog(await logOf(honest, served), [key], null);
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

test("an event that does not name the one before, or comes before the issue, is found though it is signed", async () => {
  const wrong = [issued, entry("a", "withdraw", honest[1]), entry("d", "suspend")];
  const { findings } = await checkLog(await logOf(wrong), [key], null);
  expect(findings).toEqual([
    { code: "event-out-of-order", index: 1 },
    { code: "event-out-of-order", index: 2 },
  ]);
});

test("a history that was rewritten or cut short is found, though its own signature holds", async () => {
  const before = await (await logOf([entry("x", "issue"), ...honest])).checkpoint();
  const rewritten = await checkLog(await logOf([entry("y", "issue"), ...honest]), [key], before);
  expect(rewritten.findings).toEqual([{ code: "history-rewritten", before: 4 }]);
  const shrunk = await checkLog(await logOf(honest), [key], before);
  expect(shrunk.findings).toEqual([{ code: "shrunk", before: 4 }]);
  const vanished = { ...(await logOf(honest)), checkpoint: async () => null };
  expect((await checkLog(vanished, [key], before)).findings).toEqual([{ code: "shrunk", before: 4 }]);
});

test("a checkpoint of an unknown log is not trusted", async () => {
  const { findings } = await checkLog(await logOf(honest), [{ ...key, name: "other.example/log" }], null);
  expect(findings).toEqual([{ code: "checkpoint-not-trusted", reasons: ["log-unknown"] }]);
});

test("a witness that saw another history, or a later one, raises an alarm with the log's own signature as proof", async () => {
  const note = async (entries: readonly Uint8Array[]) => (await logOf(entries)).checkpoint();
  const views = [
    { witness: "agrees", note: await note(honest.slice(0, 2)) },
    { witness: "forked", note: await note(honest.slice(0, 2).with(1, entry("z", "issue"))) },
    { witness: "ahead", note: await note([...honest, entry("c", "issue")]) },
    { witness: "down", note: null },
    { witness: "invents", note: "another log\n1\n\n" },
  ];
  const { findings } = await checkLog(await logOf(honest), [key], null, { views, documents: [] });
  expect(findings).toEqual([
    { code: "equivocation", witness: "forked", size: 2 },
    { code: "witness-ahead", witness: "ahead", size: 4 },
    { code: "witness-unreachable", witness: "down" },
    { code: "witness-unknown-log", witness: "invents" },
  ]);
});

test("a document that was issued outside the log is found", async () => {
  const sha256 = "ab".repeat(32);
  const logged = entryBytes({
    v: 1,
    event: "issue",
    id: "d",
    type: "testing",
    issuer: "did:web:qi.example",
    issued: "2026-11-25T08:00:00Z",
    docs: [{ mt: "application/pdf", sha256 }],
  });
  const documents = [
    { path: "in.pdf", sha256 },
    { path: "out.pdf", sha256: "cd".repeat(32) },
  ];
  const { findings } = await checkLog(await logOf([logged]), [key], null, { views: [], documents });
  expect(findings).toEqual([{ code: "document-not-logged", path: "out.pdf" }]);
});

test("a witness that has cosigned nothing is no alarm while the log is empty, and one once it is not", async () => {
  const around = { views: [{ witness: "new", note: "" }], documents: [] };
  const empty = { ...(await logOf(honest)), checkpoint: async () => null };
  expect((await checkLog(empty, [key], null, around)).findings).toEqual([]);
  const { findings } = await checkLog(await logOf(honest), [key], null, around);
  expect(findings).toEqual([{ code: "witness-unknown-log", witness: "new" }]);
});
