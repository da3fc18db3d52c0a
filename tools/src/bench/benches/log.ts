import { leafHash, rootOver } from "@quanheng/formats/log/hash.ts";
import { TILE_WIDTH } from "@quanheng/formats/log/tile.ts";
import { consistencyProof, grow, inclusionProof, treeRoot } from "@quanheng/formats/log/tree.ts";
import { useNativeArithmetic } from "@quanheng/server/adapters/verifying/native-arithmetic.ts";
import type { Context } from "@quanheng/server/context.ts";
import { appendAllToLog } from "@quanheng/server/services/attestation/append-to-log.ts";
import { signedCheckpoint } from "@quanheng/server/services/attestation/signed-checkpoint.ts";
import { edgeTiles, insertGrowth, proofTiles, tileReader } from "@quanheng/server/store/log.ts";
import { inTransaction, reading, type Transaction } from "@quanheng/server/store/transaction.ts";
import { sql } from "kysely";
import { type Bench, quantile, timed } from "../figure.ts";
import { type BenchPlatform, openPlatform } from "../platform.ts";

/** A whole tile of level 2 in one go, and its tiles copied until there are a little over ten million leaves. */
const BATCH = 65_536;
const COPIES = 153;
const SIZE = BATCH * COPIES;
const PROOFS = 300;
const EVENT = {
  v: 1,
  event: "issue",
  type: "testing",
  issuer: "did:web:qi.example.org:institutions:ins-sugarlab",
  issued: "2026-03-02T01:00:00Z",
  docs: [{ mt: "application/pdf", sha256: "00".repeat(32) }],
} as const;

/** A log of ten million entries in the database: how fast it is proved, grows, and is signed. */
export const bench: Bench = async (tell) => {
  useNativeArithmetic();
  const platform = await openPlatform();
  try {
    const context = platform.as("per-nongxiuying", "signatory");
    const hashed = await plant(context);
    tell("leaves hashed into tiles and stored, in one batch", (BATCH * 1000) / hashed, "1/s", {
      batch: BATCH,
      bar: 2000,
    });
    await spread(platform);
    await proofs(context, tell);
    await appends(platform, context, tell);
    await signing(platform, context, tell);
    await disk(platform, tell);
  } finally {
    await platform.close();
  }
};

/** @returns the time it took [ms] */
async function plant(context: Context): Promise<number> {
  const leaves = Array.from({ length: BATCH }, (_, n) => leafHash(new TextEncoder().encode(`entry ${n}`)));
  return timed(() =>
    inTransaction(context, async (tx) => insertGrowth(tx, await grow(await edgeTiles(tx, 0), 0, leaves))),
  );
}

/** The same tiles again and again, as the tree of a log has them whose entries repeat. */
async function spread({ database }: BenchPlatform): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    for (const [level, tiles] of [
      [0, BATCH / TILE_WIDTH],
      [1, 1],
    ] as const)
      await sql`INSERT INTO log_tile (level, tile, hashes)
        SELECT level, tile + copy * ${tiles}::bigint, hashes FROM log_tile, generate_series(1, ${COPIES - 1}) AS copy
        WHERE level = ${level}`.execute(tx);
    const top = await treeRoot(tileReader(tx), BATCH);
    await insertGrowth(tx, {
      size: SIZE,
      tiles: [{ level: 2, tile: 0, hashes: Buffer.concat(Array.from({ length: COPIES }, () => top)) }],
      root: rootOver(Array.from({ length: COPIES }, () => top)),
    });
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

/** What the tree takes on disk beside the entries: tiles, and with each appended entry its row and indexes. */
async function disk({ database }: BenchPlatform, tell: Parameters<Bench>[0]): Promise<void> {
  const sizeOf = async (table: string) => {
    const { rows } = await sql<{ bytes: string }>`SELECT pg_total_relation_size(${table}) AS bytes`.execute(
      database.owner,
    );
    return Number(rows[0]?.bytes);
  };
  tell("tiles on disk, for each leaf", (await sizeOf("log_tile")) / SIZE, "B", { size: SIZE });
  const { rows } = await sql<{ count: string; bytes: string }>`
    SELECT count(*) AS count, sum(octet_length(entry)) AS bytes FROM log_entry`.execute(database.owner);
  const [count, bytes] = [Number(rows[0]?.count), Number(rows[0]?.bytes)];
  tell("rows on disk beside the entry itself, for each entry", ((await sizeOf("log_entry")) - bytes) / count, "B", {
    entry: Math.round(bytes / count),
    bar: 1000,
  });
}

async function signing({ desk }: BenchPlatform, context: Context, tell: Parameters<Bench>[0]): Promise<void> {
  const signed = await timed(() => signedCheckpoint(context, desk.keys, desk.names));
  tell("newest state signed", signed, "ms", { bar: 1000 });
  const again = await timed(() => signedCheckpoint(context, desk.keys, desk.names));
  tell("newest state read, which is all that a restart does to a log", again, "ms", { size: SIZE, bar: 2000 });
}
