import { leafHash } from "@quanheng/formats/log/hash.ts";
import { consistencyProof, grow, inclusionProof } from "@quanheng/formats/log/tree.ts";
import type { Context } from "@quanheng/server/context.ts";
import { appendAllToLog } from "@quanheng/server/services/attestation/append-to-log.ts";
import { signedCheckpoint } from "@quanheng/server/services/attestation/signed-checkpoint.ts";
import { edgeTiles, insertGrowth, proofTiles, tileReader } from "@quanheng/server/store/log.ts";
import { inTransaction, reading, type Transaction } from "@quanheng/server/store/transaction.ts";
import { type Bench, quantile, timed } from "../figure.ts";
import { type BenchPlatform, openPlatform } from "../platform.ts";

/** 16 tiles of level 2, a little over a million leaves. */
const BATCHES = 16;
const BATCH = 65_536;
const SIZE = BATCHES * BATCH;
const PROOFS = 300;
const EVENT = {
  v: 1,
  event: "issue",
  type: "testing",
  issuer: "did:web:qi.example.org:institutions:ins-sugarlab",
  issued: "2026-03-02T01:00:00Z",
  docs: [{ mt: "application/pdf", sha256: "00".repeat(32) }],
} as const;

/** A log of a million entries in the database: how fast it is proved, grows, and is signed. */
export const bench: Bench = async (tell) => {
  const platform = await openPlatform();
  try {
    const context = platform.as("per-nongxiuying", "signatory");
    const hashed = await fill(context);
    tell("leaves hashed into tiles and stored, in batches", (SIZE * 1000) / hashed, "1/s", { batch: BATCH, bar: 2000 });
    await proofs(context, tell);
    await appends(platform, context, tell);
    await signing(platform, context, tell);
  } finally {
    await platform.close();
  }
};

/** @returns the time it took [ms] */
async function fill(context: Context): Promise<number> {
  return timed(async () => {
    for (let batch = 0; batch < BATCHES; batch++) {
      const first = batch * BATCH;
      const leaves = Array.from({ length: BATCH }, (_, n) => leafHash(new TextEncoder().encode(`entry ${first + n}`)));
      await inTransaction(context, async (tx) => {
        await insertGrowth(tx, await grow(await edgeTiles(tx, first), first, leaves));
      });
    }
  });
}

const provenAt = async (tx: Transaction, index: number) =>
  inclusionProof(await proofTiles(tx, index, SIZE), index, SIZE);

async function proofs(context: Context, tell: Parameters<Bench>[0]): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < PROOFS; n++) {
    // Far apart, so that no tile is met twice in a row.
    const index = (n * 7_368_787) % SIZE;
    times.push(await timed(() => reading(context, (tx) => provenAt(tx, index))));
  }
  tell("inclusion proof from the database, median", quantile(times, 0.5), "ms", { size: SIZE, bar: 5 });
  tell("inclusion proof from the database, p99", quantile(times, 0.99), "ms", { size: SIZE, bar: 5 });
  const half = SIZE / 2 + 12_345;
  const took = await timed(() => reading(context, (tx) => consistencyProof(tileReader(tx), half, SIZE)));
  tell("consistency proof from the database", took, "ms", { from: half, size: SIZE });
}

/** Each event has a transaction of its own when one statement is issued; a batch of statements shares one. */
async function appends({ desk }: BenchPlatform, context: Context, tell: Parameters<Bench>[0]): Promise<void> {
  const additions = (count: number, from: number) =>
    Array.from({ length: count }, (_, n) => ({
      attestationId: "att_bench",
      event: { ...EVENT, id: `https://qi.example.org/253/${from + n}` },
    }));
  const add = (count: number, from: number) =>
    inTransaction(context, (tx) => appendAllToLog(tx, context, desk.keys, additions(count, from)));
  const alone = 200;
  const single = await timed(async () => {
    for (let n = 0; n < alone; n++) await add(1, n);
  });
  tell("entries appended, a transaction each", (alone * 1000) / single, "1/s", { size: SIZE });
  const [rounds, together] = [10, 500];
  const batched = await timed(async () => {
    for (let n = 0; n < rounds; n++) await add(together, alone + n * together);
  });
  tell("entries appended in batches", (rounds * together * 1000) / batched, "1/s", {
    size: SIZE,
    batch: together,
    bar: 2000,
  });
}

async function signing({ desk }: BenchPlatform, context: Context, tell: Parameters<Bench>[0]): Promise<void> {
  const signed = await timed(() => signedCheckpoint(context, desk.keys, desk.names));
  tell("newest state signed", signed, "ms", { bar: 1000 });
  const again = await timed(() => signedCheckpoint(context, desk.keys, desk.names));
  tell("newest state read", again, "ms");
}
