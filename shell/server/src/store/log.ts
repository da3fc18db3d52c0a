import { TILE_WIDTH } from "@quanheng/formats/log/tile.ts";
import type { GrownTile, ReadTile } from "@quanheng/formats/log/tree.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

/** A size of the log with its root; `note` is the signed checkpoint, null until it is signed. */
export type StoredCheckpoint = { readonly size: number; readonly root: Buffer; readonly note: string | null };

/** One entry as it was written; its bytes are never made again. */
export type StoredEntry = { readonly index: number; readonly entry: Buffer; readonly leafHash: Buffer };

/** Two transactions must never give one index to two entries. */
const LOCK = 7_261_020;

/** Keeps the log for this transaction: whoever appends next waits for its end and then sees its entries. */
export async function lockLog(tx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** The newest size that was committed, signed or not. */
export async function newestCheckpoint(tx: Transaction): Promise<StoredCheckpoint | undefined> {
  return tx.selectFrom("log_checkpoint").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
}

/** Writes the signature of a size; whoever signed it at the same time wrote the same. */
export async function keepNote(tx: Transaction, size: number, note: string, at: Date): Promise<void> {
  await tx
    .updateTable("log_checkpoint")
    .set({ note, signed_at: at })
    .where("size", "=", size)
    .where("note", "is", null)
    .execute();
}

/** A witness's line under a size; the same witness is kept once. */
export type Cosignature = {
  readonly size: number;
  /** Name of the witness's key. */
  readonly witness: string;
  /** One line of a signed note, with its line feed. */
  readonly line: string;
};

export async function insertCosignature(tx: Transaction, cosignature: Cosignature, at: Date): Promise<void> {
  await tx
    .insertInto("log_cosignature")
    .values({ ...cosignature, at })
    .onConflict((conflict) => conflict.columns(["size", "witness"]).doNothing())
    .execute();
}

/** The lines of the witnesses under a size, in the order of their names. */
export async function cosignaturesOf(tx: Transaction, size: number): Promise<readonly Cosignature[]> {
  return tx
    .selectFrom("log_cosignature")
    .select(["size", "witness", "line"])
    .where("size", "=", size)
    .orderBy("witness")
    .execute();
}

/** The largest size that a witness signed; 0 for one that never did. */
export async function lastWitnessed(tx: Transaction, witness: string): Promise<number> {
  const row = await tx
    .selectFrom("log_cosignature")
    .select("size")
    .where("witness", "=", witness)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.size ?? 0;
}

export type Appended = {
  readonly index: number;
  readonly attestationId: string | null;
  readonly entry: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly at: Date;
};

export async function insertEntries(tx: Transaction, entries: readonly Appended[]): Promise<void> {
  await tx
    .insertInto("log_entry")
    .values(
      entries.map(({ index, attestationId, entry, leafHash, at }) => ({
        index,
        attestation_id: attestationId,
        entry: Buffer.from(entry),
        leaf_hash: Buffer.from(leafHash),
        added_at: at,
      })),
    )
    .execute();
}

/** Stores tiles that grew and the size they make; the database refuses a hash that changed and a second root of a size. */
export async function insertGrowth(
  tx: Transaction,
  { size, root, tiles }: { readonly size: number; readonly root: Uint8Array; readonly tiles: readonly GrownTile[] },
): Promise<void> {
  await tx
    .insertInto("log_tile")
    .values(tiles.map(({ level, tile, hashes }) => ({ level, tile, hashes: Buffer.from(hashes) })))
    .onConflict((conflict) =>
      conflict.columns(["level", "tile"]).doUpdateSet(({ ref }) => ({ hashes: ref("excluded.hashes") })),
    )
    .execute();
  await tx
    .insertInto("log_checkpoint")
    .values({ size, root: Buffer.from(root) })
    .execute();
}

type TileName = { readonly level: number; readonly tile: number };

/** The tiles that a leaf's way to the root, or the right edge of a size, goes through. */
function tilesAbove(leaf: number, size: number): TileName[] {
  const above: TileName[] = [];
  for (let level = 0, at = leaf, count = size; count > 0; level++) {
    at = Math.floor(at / TILE_WIDTH);
    above.push({ level, tile: at });
    count = Math.floor(count / TILE_WIDTH);
  }
  return above;
}

/** The tiles of the right edge of a size, in one statement: all that appending and the newest root read. */
export async function edgeTiles(tx: Transaction, size: number): Promise<ReadTile> {
  const known = await tilesOf(tx, tilesAbove(size, size));
  return async (level, tile) => known.get(`${level}/${tile}`) ?? new Uint8Array();
}

/** The tiles of a proof of inclusion in one statement, and any other one by one. */
export async function proofTiles(tx: Transaction, index: number, size: number): Promise<ReadTile> {
  const known = await tilesOf(tx, [...tilesAbove(index, size), ...tilesAbove(size, size)]);
  const other = tileReader(tx);
  return async (level, tile) => known.get(`${level}/${tile}`) ?? other(level, tile);
}

async function tilesOf(tx: Transaction, names: readonly TileName[]): Promise<ReadonlyMap<string, Buffer>> {
  if (names.length === 0) return new Map();
  const rows = await tx
    .selectFrom("log_tile")
    .selectAll()
    .where((by) => by.or(names.map(({ level, tile }) => by.and({ level, tile }))))
    .execute();
  return new Map(rows.map(({ level, tile, hashes }) => [`${level}/${tile}`, hashes]));
}

/** Any tile, remembered for as long as the reader is kept. */
export function tileReader(tx: Transaction): ReadTile {
  const known = new Map<string, Promise<Uint8Array>>();
  return (level, tile) => {
    const name = `${level}/${tile}`;
    const read = known.get(name) ?? findTile(tx, level, tile).then((hashes) => hashes ?? new Uint8Array());
    known.set(name, read);
    return read;
  };
}

export async function findTile(tx: Transaction, level: number, tile: number): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom("log_tile")
    .select("hashes")
    .where("level", "=", level)
    .where("tile", "=", tile)
    .executeTakeFirst();
  return row?.hashes;
}

/** Entries from an index on, at most so many, in their order. */
export async function entriesFrom(tx: Transaction, first: number, count: number): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom("log_entry")
    .select(["index", "entry"])
    .where("index", ">=", first)
    .where("index", "<", first + count)
    .orderBy("index")
    .execute();
  invariant(
    rows.every(({ index }, at) => index === first + at),
    "the log has no gap",
  );
  return rows.map(({ entry }) => entry);
}

/** The entries of a statement: its issue first, then its changes of state. */
export async function entriesOfAttestation(tx: Transaction, attestationId: string): Promise<readonly StoredEntry[]> {
  const rows = await tx
    .selectFrom("log_entry")
    .select(["index", "entry", "leaf_hash"])
    .where("attestation_id", "=", attestationId)
    .orderBy("index")
    .execute();
  return rows.map(({ index, entry, leaf_hash }) => ({ index, entry, leafHash: leaf_hash }));
}
