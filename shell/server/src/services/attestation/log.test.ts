import { openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { entryBytes } from "@quanheng/formats/log/entry.ts";
import { leafHash, rootOver } from "@quanheng/formats/log/hash.ts";
import { NOTE_TYPE, vkey } from "@quanheng/formats/log/key.ts";
import { consistent, included } from "@quanheng/formats/log/merkle-proof.ts";
import { judgeLogProof, parseLogProof } from "@quanheng/formats/log/proof-file.ts";
import { readEntryBundle, tilePath, tilesOfSize } from "@quanheng/formats/log/tile.ts";
import { consistencyProof } from "@quanheng/formats/log/tree.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type EdSigner, openKeyStore } from "../../adapters/keys/key-store.ts";
import { recordAction } from "../../store/audit.ts";
import { checkTrail } from "../../store/audit-trail.ts";
import { newestCheckpoint, tileReader } from "../../store/log.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { breakingAt } from "../../testing/faults.ts";
import { insertPrivateRows, PRIVATE_IDS } from "../../testing/private-rows.ts";
import { openWorkbench } from "../../testing/workbench.ts";
import { appendAllToLog, appendToLog, auditAnchor } from "./append-to-log.ts";
import { logProof } from "./log-proof.ts";
import { publicNames } from "./names.ts";
import { readTileFile } from "./serve-log.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";

const names = publicNames({ origin: "https://qi.example.org", port: 443 });
const event = (n: number) =>
  ({
    v: 1,
    event: "issue",
    id: `https://qi.example.org/253/${n}`,
    type: "testing",
    issuer: "did:web:qi.example.org:institutions:ins-sugarlab",
    issued: "2026-03-02T01:00:00Z",
    docs: [],
  }) as const;

type Owner = Parameters<typeof openWorkbench>[0] & { onTestFinished(end: () => Promise<void>): void };

async function openLog(owner: Owner) {
  const { mkdtemp, rm } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const bench = await openWorkbench(owner);
  await insertPrivateRows(bench.database.owner);
  const folder = await mkdtemp(join(tmpdir(), "quanheng-log-"));
  owner.onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { now } = bench.as("public");
  const keys = openKeyStore({ folder, passphrase: null, demonstration: true, now });
  const context = bench.as("signatory");
  const { publicKey } = await keys.logSigner();
  const key = { name: names.log, type: NOTE_TYPE.ed25519, publicKey };
  const trust = { logs: [key], witnesses: [], quorum: 0 };
  const append = (n: number, by = context) =>
    inTransaction(by, (tx) => appendToLog(tx, by, keys, PRIVATE_IDS.att, event(n)));
  return { bench, keys, context, key, trust, append };
}

test("entries of many transactions at once get one index each, and every state of the log contains the one before", async (t) => {
  const { context, keys, trust, append } = await openLog(t);
  const indices = await Promise.all(Array.from({ length: 40 }, (_, n) => append(n)));
  expect(indices.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, n) => n));

  const first = (await signedCheckpoint(context, keys, names))!;
  await append(40);
  const second = (await signedCheckpoint(context, keys, names))!;
  expect([first.size, second.size]).toEqual([40, 41]);
  expect(openCheckpoint(second.note, trust)).toMatchObject({
    trusted: true,
    checkpoint: { origin: "qi.example.org/log", size: 41 },
  });
  const proof = await reading(context, (tx) => consistencyProof(tileReader(tx), 40, 41));
  expect(consistent(first, second, proof)).toBe(true);
});

test("each entry is proved to be in the log with its own bytes", async (t) => {
  const { context, keys, trust, append } = await openLog(t);
  for (let n = 0; n < 5; n++) await append(n);
  for (let n = 0; n < 5; n++) {
    const proof = parseLogProof((await logProof(context, keys, names, n))!);
    expect(judgeLogProof(proof, proof.extra!, trust)).toMatchObject({ trusted: true, included: true });
    expect(new TextDecoder().decode(proof.extra!)).toContain(`/253/${n}`);
  }
  expect(await logProof(context, keys, names, 5)).toBeNull();
});

test("over the edge of a tile the served files rebuild the root that was signed", async (t) => {
  const { bench, context, keys, append } = await openLog(t);
  // The first 254 at once, as the house's own hand would restore them; the edge itself is crossed one by one.
  for (let n = 0; n < 260; n++) await append(n);
  const checkpoint = (await signedCheckpoint(context, keys, names))!;
  const visitor = bench.as("public");
  const entries: Uint8Array[] = [];
  for (const name of tilesOfSize(260)) {
    const bytes = await readTileFile(visitor, tilePath(name));
    if (name.level === "entries") entries.push(...readEntryBundle(bytes));
    else expect(bytes.length).toBe(32 * name.width);
  }
  expect(entries.length).toBe(260);
  expect(Buffer.from(rootOver(entries.map(leafHash)))).toEqual(Buffer.from(checkpoint.root));
  for (const path of [
    "tile/0/001.p/5",
    "tile/0/002",
    "tile/entries/000.p/0",
    "tile/9/000",
    "checkpoint",
    "tile/0/../../x",
  ])
    await expect(readTileFile(visitor, path)).rejects.toMatchObject({ code: "not-found" });
});

test("a transaction that fails takes its entry with it, and no size is ever signed twice with two roots", async (t) => {
  const { context, keys, append } = await openLog(t);
  await append(0);
  let n = 1;
  for (; n < 20; n++) {
    const failed = await append(1, breakingAt(n, context)).then(
      () => false,
      () => true,
    );
    if (!failed) break;
    expect((await reading(context, newestCheckpoint))?.size).toBe(1);
  }
  expect(n).toBeGreaterThan(4);
  expect((await signedCheckpoint(context, keys, names))?.size).toBe(2);
});

test("a crash after the commit and before the signature is made good by whoever asks next", async (t) => {
  const { context, keys, append, trust } = await openLog(t);
  await append(0);
  const broken = {
    ...keys,
    logSigner: async (): Promise<EdSigner> => ({
      ...(await keys.logSigner()),
      sign: () => Promise.reject(new Error("cut off")),
    }),
  };
  await expect(signedCheckpoint(context, broken, names)).rejects.toThrow("cut off");
  expect((await reading(context, newestCheckpoint))?.note).toBeNull();

  const [one, other] = await Promise.all([
    signedCheckpoint(context, keys, names),
    signedCheckpoint(context, keys, names),
  ]);
  expect(one?.note).toBe(other?.note);
  expect(openCheckpoint(one!.note, trust).trusted).toBe(true);
});

test("the database refuses a second root of a size, a second signature and a tile that forgets a hash", async (t) => {
  const { bench, context, keys, append, key } = await openLog(t);
  await append(0);
  await signedCheckpoint(context, keys, names);
  expect(vkey(key)).toContain("qi.example.org/log+");
  const { owner } = bench.database;
  await expect(sql`INSERT INTO log_checkpoint (size, root) VALUES (1, '\\x00')`.execute(owner)).rejects.toThrow(
    /duplicate/,
  );
  await expect(sql`UPDATE log_checkpoint SET note = 'other'`.execute(owner)).rejects.toThrow(/signed once/);
  await expect(sql`UPDATE log_tile SET hashes = '\\x00'`.execute(owner)).rejects.toThrow(/only grows/);
  await expect(sql`DELETE FROM log_tile`.execute(owner)).rejects.toThrow(/append-only/);
  await expect(sql`DELETE FROM log_entry`.execute(owner)).rejects.toThrow(/append-only/);
});

test("a database that was put back to an older state neither grows nor is signed again; nor is another history of that length", async (t) => {
  const { context, keys, append } = await openLog(t);
  for (let n = 0; n < 3; n++) await append(n);
  const { size, root } = (await signedCheckpoint(context, keys, names))!;
  expect(keys.logMarks.highest()).toEqual({ size, root: Uint8Array.from(root) });

  // As the log stood when five had been signed, seen from a database that knows three.
  const { keys: other } = await openLog(t);
  other.logMarks.raise({ size: 5, root: new Uint8Array(32).fill(5) });
  const behind = { ...keys, logMarks: other.logMarks };
  const addTo = (marks: typeof behind) =>
    inTransaction(context, (tx) => appendToLog(tx, context, marks, PRIVATE_IDS.att, event(9)));
  await expect(addTo(behind)).rejects.toMatchObject({ code: "log-rolled-back", facts: { size: 3, seen: 5 } });

  // The same length, and longer, with other entries.
  const { keys: third } = await openLog(t);
  third.logMarks.raise({ size: 2, root: new Uint8Array(32).fill(2) });
  const forked = { ...keys, logMarks: third.logMarks };
  await expect(addTo(forked)).rejects.toMatchObject({ code: "log-rolled-back", facts: { size: 3, seen: 2 } });
  await append(3);
  await expect(signedCheckpoint(context, forked, names)).rejects.toMatchObject({ code: "log-rolled-back" });
  expect((await reading(context, newestCheckpoint))?.note).toBeNull();
  expect((await signedCheckpoint(context, keys, names))?.size).toBe(4);
});

test("a log that lost everything it had signed does not begin anew", async (t) => {
  const { keys, append } = await openLog(t);
  keys.logMarks.raise({ size: 1, root: new Uint8Array(32).fill(1) });
  await expect(append(0)).rejects.toMatchObject({ code: "log-rolled-back", facts: { size: 0, seen: 1 } });
});

test("a mark that cannot be written leaves the state unsigned, and nobody reads a signature", async (t) => {
  const { context, keys, append } = await openLog(t);
  await append(0);
  const full = {
    ...keys,
    logMarks: {
      ...keys.logMarks,
      raise: () => {
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      },
    },
  };
  await expect(signedCheckpoint(context, full, names)).rejects.toThrow("no space left");
  expect((await reading(context, newestCheckpoint))?.note).toBeNull();
  expect((await signedCheckpoint(context, keys, names))?.size).toBe(1);
});

test("two servers with a key folder each share one log", async (t) => {
  const { context, keys, append } = await openLog(t);
  const { keys: second } = await openLog(t);
  const other = { ...keys, logMarks: second.logMarks };
  for (let n = 0; n < 6; n++) {
    await append(n);
    await Promise.all([signedCheckpoint(context, keys, names), signedCheckpoint(context, other, names)]);
  }
  expect((await signedCheckpoint(context, other, names))?.size).toBe(6);
});

test("events that are added together stand as if they had been added one by one, over the edge of a tile too", async (t) => {
  const { context, keys, append } = await openLog(t);
  const { context: other, keys: otherKeys } = await openLog(t);
  await append(0);
  for (const [from, count] of [
    [0, 1],
    [1, 300],
  ] as const) {
    const additions = Array.from({ length: count }, (_, n) => ({
      attestationId: PRIVATE_IDS.att,
      event: event(from + n),
    }));
    const first = await inTransaction(other, (tx) => appendAllToLog(tx, other, otherKeys, additions));
    expect(first).toBe(from);
  }
  const together = (await reading(other, newestCheckpoint))!;
  const leaves = Array.from({ length: 301 }, (_, n) => leafHash(entryBytes(event(n))));
  expect(together.size).toBe(301);
  expect(Buffer.from(rootOver(leaves))).toEqual(Buffer.from(together.root));
  const one = (await reading(context, newestCheckpoint))!;
  expect(Buffer.from(rootOver(leaves.slice(0, 1)))).toEqual(Buffer.from(one.root));
  const proof = parseLogProof((await logProof(other, otherKeys, names, 299))!);
  expect(proof.extra).toEqual(Uint8Array.from(entryBytes(event(299))));
  expect(included(entryBytes(event(299)), 299, 301, proof.hashes, together.root)).toBe(true);
  await expect(inTransaction(other, (tx) => appendAllToLog(tx, other, keys, []))).rejects.toThrow("invariant");
});

test("the end of an audit chain that is anchored in the log cannot be cut off unseen", async (t) => {
  const { bench, keys, context } = await openLog(t);
  const act = (subject: string) =>
    inTransaction(context, (tx) =>
      recordAction(tx, context, { action: "thing.done", subject, commissionId: "com-anchored", facts: {} }),
    );
  const anchor = () => reading(context, (tx) => auditAnchor(tx, context, names, "com-anchored"));
  expect(await anchor()).toEqual([]);
  await act("one");
  await act("two");
  await inTransaction(context, async (tx) => appendAllToLog(tx, context, keys, await anchor()));
  await act("three");
  const { owner } = bench.database;
  expect((await checkTrail(owner)).broken).toBeNull();
  await sql`ALTER TABLE audit DISABLE TRIGGER audit_append_only`.execute(owner);
  await sql`DELETE FROM audit WHERE stream = 'com-anchored' AND seq > 1`.execute(owner);
  expect((await checkTrail(owner)).broken).toMatchObject({ why: "cut" });
});
