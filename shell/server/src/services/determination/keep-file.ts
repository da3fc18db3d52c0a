import type { uploadFile } from "@quanheng/contract/routes/determination.ts";
import { MAX_FILE_BYTES } from "@quanheng/contract/routes/determination.ts";
import type { z } from "zod";
import type { ObjectStore } from "../../adapters/objects/object-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { findCommission } from "../../store/commission.ts";
import { type FileRow, insertFile } from "../../store/file.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { acceptedNames, accepts, fileKind, SNIFFED_BYTES } from "./file-kind.ts";

type Kept = z.output<(typeof uploadFile)["response"]>;
export type Incoming = { readonly name: string; readonly stream: AsyncIterable<Uint8Array> };

/**
 * Keeps a file with its hash. What it is shows in its first bytes; the rest is not read when that does not fit.
 *
 * The bytes are on disk before the row says so: a crash between the two leaves bytes that nobody names, never a row
 * without its bytes.
 *
 * @throws Refusal `not-found` for a commission that is not the reader's, `file-empty`, `file-type`, `too-large`
 */
export async function keepFile(
  context: Context,
  objects: ObjectStore,
  about: { purpose: FileRow["purpose"]; commissionId?: string | undefined },
  incoming: Incoming,
): Promise<Kept> {
  const { purpose, commissionId = null } = about;
  if (commissionId !== null)
    await reading(context, async (tx) => (await findCommission(tx, commissionId)) ?? refuse("not-found"));
  const { head, all } = await peeked(incoming.stream);
  if (head.length === 0) refuse("file-empty", { name: incoming.name });
  const kind = fileKind(head);
  if (!kind || !accepts(purpose, kind))
    return refuse("file-type", {
      name: incoming.name,
      type: kind ? kind.extension.toUpperCase() : "?",
      allowed: acceptedNames(purpose),
    });
  const stored = await objects.put(all, MAX_FILE_BYTES);

  const file: FileRow = {
    id: context.newId("fil"),
    owner_party_id: context.actor.partyId ?? refuse("not-permitted", { role: context.actor.role }),
    commission_id: commissionId,
    purpose,
    name: incoming.name,
    media_type: kind.mediaType,
    size: stored.size,
    sha256: stored.sha256,
    uploaded_by: context.actor.personId ?? refuse("not-signed-in"),
    uploaded_at: context.now(),
  };
  await inTransaction(context, async (tx) => {
    await insertFile(tx, file);
    await recordAction(tx, context, {
      action: "file.keep",
      subject: file.id,
      commissionId,
      facts: { name: file.name, purpose, sha256: file.sha256, size: stored.size },
    });
  });
  return {
    id: file.id as Kept["id"],
    name: file.name,
    mediaType: file.media_type,
    size: stored.size,
    sha256: stored.sha256,
  };
}

/** The first bytes of a stream, and the stream with nothing missing. */
async function peeked(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const source = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < SNIFFED_BYTES) {
    const { done, value } = await source.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => source };
  return {
    head: Buffer.concat(first).subarray(0, SNIFFED_BYTES),
    all: (async function* () {
      yield* first;
      yield* rest;
    })(),
  };
}
