import type {
  getDocument as DocumentContract,
  listDocuments as ListContract,
  DocumentSummary as SummaryContract,
} from "@quanheng/contract/routes/library-documents.ts";
import { isEffective } from "@quanheng/flow/selection/applicable.ts";
import { editionTraps } from "@quanheng/flow/selection/library/edition-traps.ts";
import { type Fallen, fallen, supersessionsOf } from "@quanheng/flow/selection/library/standing.ts";
import { supersessionChain } from "@quanheng/flow/selection/library/supersession.ts";
import { folded } from "@quanheng/flow/selection/library/tokens.ts";
import type { NormativeDocument } from "@quanheng/flow/selection/reference.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { personNames } from "../../store/names.ts";
import { cursorOf, type PageOf, readCursor } from "../../store/page.ts";
import { type Reference, readReference, referenceAsKnown, ruleVersions } from "../../store/reference.ts";
import { requirementsAsKnown } from "../../store/requirement.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { PAST, whyNotSettle } from "./settle-document.ts";

type Summary = z.infer<typeof SummaryContract>;
type Moment = { readonly on?: string | undefined; readonly knownOn?: string | undefined };

/** Documents as they stood on one day and were known at another instant, paged by number. */
export async function pageDocuments(
  context: Context,
  query: z.output<(typeof ListContract)["query"]>,
): Promise<PageOf<Summary>> {
  return reading(context, async (tx) => {
    const { reference, on } = await momentOf(tx, context, query);
    const fallenOf = standings(reference, on);
    const after = readCursor(query.after, 1)?.[0];
    const text = folded(query.text?.trim() ?? "");
    const found = [...reference.documents.values()]
      .filter(({ market }) => query.market === undefined || market === query.market)
      .filter(({ id, title }) => text === "" || folded(`${id}\n${title.zh}\n${title.en}`).includes(text))
      .filter(({ id }) => after === undefined || id > after)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const items = found.slice(0, query.limit).map((document) => summary(document, reference, fallenOf(document.id)));
    const last = items.at(-1);
    return { items, next: found.length > items.length && last ? cursorOf(last.id) : null };
  });
}

/**
 * One document with its editions, adoptions, traps and what it requires.
 *
 * @throws Refusal `not-found`, also for one that was not known at the instant
 */
export async function getDocument(
  context: Context,
  id: string,
  query: Moment,
): Promise<z.output<(typeof DocumentContract)["response"]>> {
  return reading(context, async (tx) => {
    const { reference, on, knownOn } = await momentOf(tx, context, query);
    const document = reference.documents.get(id) ?? refuse("not-found");
    const fallenOf = standings(reference, on);
    const { older, newer } = supersessionChain(id, edgesOf(reference));
    const edition = (each: string) => ({
      id: each,
      title: reference.titleOf(each),
      known: reference.documents.has(each),
      effectiveFrom: reference.documents.get(each)?.effective.from ?? null,
    });
    const known = (each: string) => reference.documents.has(each);
    const versions = await ruleVersions(tx, "document", id, query.knownOn === undefined ? FAR : knownOn);
    const names = await personNames(
      tx,
      versions.map(({ recorded_by }) => recorded_by),
    );
    const why = query.knownOn === undefined ? whyNotSettle(context, versions[0]) : PAST;
    return {
      ...summary(document, reference, fallenOf(id)),
      on,
      knownOn: knownOn.toISOString(),
      issuer: document.issuer,
      published: document.published,
      note: document.note,
      confidence: document.confidence,
      older: older.map(edition),
      newer: newer.map(edition),
      adopts: adoptionsOf(reference, id).map(({ to, degree }) => ({ document: to, degree, known: known(to) })),
      adoptedBy: [...reference.documents.keys()].flatMap((other) =>
        adoptionsOf(reference, other)
          .filter(({ to }) => to === id)
          .map(({ degree }) => ({ document: other, degree, known: true })),
      ),
      traps: editionTraps(document, reference.documents.values(), fallenOf).map((trap) => ({ ...trap })),
      requirements: await countsOf(tx, reference, id, on, knownOn),
      versions: versions.map(({ recorded_at, recorded_by, status, reason, verification }) => ({
        recordedAt: recorded_at.toISOString(),
        status,
        reason,
        by: recorded_by === null ? null : names(recorded_by),
        verification,
      })),
      supersedes: [...document.supersedes],
      mayVerify: { allowed: why === null, reason: why },
    };
  });
}

/** Versions may be recorded a little ahead of the clock. */
const FAR = new Date("9999-12-31T00:00:00Z");

/** The library as known at an instant, and the day that it is read for. */
export async function momentOf(tx: Transaction, context: Context, { on, knownOn }: Moment) {
  const reference = knownOn === undefined ? await readReference(tx) : await referenceAsKnown(tx, new Date(knownOn));
  return { reference, on: on ?? today(context), knownOn: knownOn === undefined ? context.now() : new Date(knownOn) };
}

function edgesOf({ documents, relations }: Reference) {
  return supersessionsOf(documents.values(), relations);
}

/** What took the place of each document on a day; null while it stands, and for one that nobody knows. */
export function standings(reference: Reference, on: string): (id: string) => Fallen | null {
  const { documents } = reference;
  const successors = new Map<string, NormativeDocument[]>();
  for (const { source, target } of edgesOf(reference)) {
    const newer = documents.get(source);
    if (newer) successors.set(target, [...(successors.get(target) ?? []), newer]);
  }
  return (id) => fallen(documents.get(id), successors.get(id) ?? [], on);
}

/** What a document adopts, by its own record and by the relations, each once. */
function adoptionsOf({ documents, relations }: Reference, id: string) {
  const adopted = new Map((documents.get(id)?.adopts ?? []).map((each) => [each.to, each]));
  for (const { kind, source, target, degree } of relations)
    if (kind === "document-adoption" && source === id && degree) adopted.set(target, { to: target, degree });
  return [...adopted.values()];
}

async function countsOf(tx: Transaction, reference: Reference, document: string, on: string, knownOn: Date) {
  const rows = await requirementsAsKnown(tx, { documents: [document] }, knownOn);
  const counts = new Map<string, number>();
  for (const { product, effective } of rows)
    if (isEffective(effective, on)) counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts].map(([product, count]) => ({
    product,
    name: reference.products.get(product)?.name ?? { zh: product, en: product },
    count,
  }));
}

function summary(document: NormativeDocument, { documentStatus }: Reference, gone: Fallen | null): Summary {
  const { id, title, market, kind, force, effective } = document;
  return {
    id,
    title,
    market,
    kind,
    force,
    effectiveFrom: effective.from,
    effectiveTo: effective.to,
    precision: effective.precision,
    status: documentStatus.get(id) ?? "recalled",
    fallen: gone && { ...gone },
  };
}
