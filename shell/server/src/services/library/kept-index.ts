import { CHARACTERISTIC_TERMS, PRODUCT_TERMS, regionalTexts } from "@quanheng/centres/standards/terms.ts";
import { SearchIndex } from "@quanheng/flow/selection/library/search-index.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { type LibraryState, libraryState, requirementsAfter, type StoredRequirement } from "../../store/requirement.ts";
import type { Transaction } from "../../store/transaction.ts";

/** The index with the names that it was made with, which are those of the same moment. */
export type Indexed = { readonly index: SearchIndex; readonly reference: Reference };

/** The index of one database, as far as its versions have been taken in. */
type Kept = Indexed & {
  readonly database: string;
  generation: string;
  serial: number;
};

/** The same for every reader: one entry, for a house has one database; another database in this process takes its place. */
let kept: Kept | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Versions read at a time. */
const BATCH = 5000;

/**
 * The index of the library with everything that the transaction may see. It is kept and grows by what was recorded since;
 * a new name of a product, document or characteristic makes a new one. It may know more than an older transaction sees.
 */
export async function libraryIndex(tx: Transaction): Promise<Indexed> {
  const state = await libraryState(tx);
  if (kept && isOf(kept, state)) return kept;
  // One at a time takes versions in; whoever waits finds them there.
  const work = turn.then(() => refresh(tx, state));
  turn = work.catch(() => {});
  return work;
}

function isOf(index: Kept, { database, generation }: LibraryState): boolean {
  return index.database === database && index.generation === generation;
}

async function refresh(tx: Transaction, state: LibraryState): Promise<Indexed> {
  if (kept && isOf(kept, state)) return kept;
  const { database, generation } = state;
  const reference = await readReference(tx);
  const usable = kept && kept.database === database && kept.reference === reference ? kept : undefined;
  // A reader of an older moment finds nothing new and must not turn the clock back.
  const next: Kept = usable ?? { database, reference, index: new SearchIndex(), generation: "", serial: 0 };
  for (;;) {
    const batch = await requirementsAfter(tx, next.serial, BATCH);
    for (const { version, serial } of batch) {
      next.index.add(entryOf(version, reference));
      next.serial = serial;
    }
    if (batch.length < BATCH) break;
  }
  next.generation = generation;
  kept = next;
  return next;
}

function entryOf(version: StoredRequirement, reference: Reference): Parameters<SearchIndex["add"]>[0] {
  const { document, characteristic, product, market } = version;
  const named = ({ zh, en }: { zh: string; en: string }) => [zh, en];
  return {
    rowId: version.id,
    versionId: version.versionId,
    recordedAt: Date.parse(version.recordedAt),
    retired: version.status === "retired",
    proposed: version.status === "proposed",
    effective: version.effective,
    facets: { product, market, document, characteristic, status: version.status, force: version.force },
    texts: [
      version.id,
      version.clause,
      document,
      ...named(reference.titleOf(document)),
      characteristic,
      ...named(reference.nameOf(characteristic)),
      ...regionalTexts(CHARACTERISTIC_TERMS[characteristic]),
      product,
      ...named(reference.products.get(product)?.name ?? { zh: "", en: "" }),
      ...regionalTexts(PRODUCT_TERMS[product]),
      market,
      ...version.methods,
      ...Object.values(version.variant ?? {}),
      version.note ?? "",
      version.limit.kind === "conform" ? version.limit.text : "",
    ],
  };
}
