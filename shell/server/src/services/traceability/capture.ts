import type { CaptureFault, CaptureJob } from "@quanheng/contract/schemas/traceability.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { asJson } from "../../store/tables/column.ts";
import {
  type CaptureRow,
  capturePage,
  findCapture,
  insertCapture,
  lockCaptures,
  updateCapture,
} from "../../store/traceability/capture.ts";
import { insertEvents, type NewEvent } from "../../store/traceability/event.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { type EventBatch, eventBatches } from "./document-stream.ts";
import { readEvent } from "./read-event.ts";

export type Behaviour = CaptureRow["behaviour"];
type Count = { read: number; kept: number; known: number; wrong: number; readonly errors: CaptureFault[] };
const MOST_ERRORS = 100;
/** A capture that told of no progress for this long has ended with its server. [ms] */
const LOST_AFTER = 10 * 60_000;

/** Undoes a capture of which something was wrong. */
class Undone extends Error {}

/**
 * Captures a document while it arrives. With `rollback` all of it is kept or nothing; with `proceed` each batch stands
 * for itself and faulty events are left out. An event that is there already with the same content is no fault.
 *
 * @throws Refusal `too-large`, `epcis-empty`, `epcis-context-late`, `epcis-event-too-long`, `malformed`; nothing of a
 * document captured with `rollback` is kept then
 */
export async function captureDocument(
  context: Context,
  bytes: AsyncIterable<Uint8Array>,
  behaviour: Behaviour,
): Promise<CaptureJob> {
  const id = context.newId("cap");
  const count: Count = { read: 0, kept: 0, known: 0, wrong: 0, errors: [] };
  const { personId, partyId } = context.actor;
  invariant(personId && partyId, "who captures is somebody of a party");
  const begun = { begun_at: context.now(), changed_at: context.now() };
  const zero = { read: 0, kept: 0, known: 0, wrong: 0, errors: asJson([]) };
  const row = { id, party_id: partyId, captured_by: personId, behaviour, ...begun };
  await inTransaction(context, (tx) => insertCapture(tx, { ...row, state: "running", ...zero }));
  const told = (faults: readonly { code: string; at: string; found?: string }[]) => {
    for (const { code, at, found } of faults) note(count, [{ event: null, code, at, found: found ?? null }]);
  };
  const finish = async (tx: Transaction, state: "kept" | "refused") => {
    await updateCapture(tx, id, { state, ...stateOf(count), changed_at: context.now() });
    const { read, kept, known, wrong } = count;
    await recordAction(tx, context, { action: "trace.capture", subject: id, facts: { read, kept, known, wrong } });
  };
  try {
    const batches = eventBatches(bytes, told);
    if (behaviour === "rollback") {
      await inTransaction(context, async (tx) => {
        // A document passes by once: a second try of the transaction would find nothing and must not say so.
        invariant(count.read === 0, "a capture is not begun twice");
        await lockCaptures(tx, partyId);
        for await (const batch of batches) {
          await keepBatch(tx, context, id, batch, count);
        }
        if (count.errors.length > 0) throw new Undone();
        await finish(tx, "kept");
      });
    } else {
      for await (const batch of batches) {
        await inTransaction(context, async (tx) => {
          await lockCaptures(tx, partyId);
          const before = { ...count, errors: count.errors.length };
          try {
            await keepBatch(tx, context, id, batch, count);
            await updateCapture(tx, id, { state: "running", ...stateOf(count), changed_at: context.now() });
          } catch (error) {
            count.errors.length = before.errors;
            Object.assign(count, { ...before, errors: count.errors });
            throw error;
          }
        });
      }
      await inTransaction(context, (tx) => finish(tx, count.errors.length === 0 ? "kept" : "refused"));
    }
  } catch (error) {
    if (behaviour === "rollback") Object.assign(count, { kept: 0, known: 0 });
    const code = error instanceof Error && "code" in error ? String(error.code) : "epcis-capture-failed";
    if (!(error instanceof Undone)) note(count, [{ event: null, code, at: "", found: null }]);
    await inTransaction(context, (tx) => finish(tx, "refused"));
    if (!(error instanceof Undone)) throw error;
  }
  const state = count.errors.length === 0 ? "kept" : "refused";
  return view({ ...row, ...count, state, changed_at: context.now() }, context);
}

/**
 * Captures one event.
 *
 * @throws Refusal `epcis-wrong`, `epcis-conflict`
 */
export async function captureOne(
  context: Context,
  event: Readonly<Record<string, unknown>>,
): Promise<{ eventID: string; known: boolean }> {
  const { "@context": own, ...bare } = event;
  const read = readEvent(JSON.stringify(own === undefined ? bare : event), undefined, null);
  if (!read.ok) {
    const [first] = read.faults;
    return refuse("epcis-wrong", { count: read.faults.length, at: first?.at || "/", code: first?.code ?? "" });
  }
  const { partyId } = context.actor;
  invariant(partyId, "who captures is somebody of a party");
  return inTransaction(context, async (tx) => {
    await lockCaptures(tx, partyId);
    const of = { partyId, captureId: context.newId("cap"), recordTime: context.now() };
    const before = await insertEvents(tx, of, [read.event]);
    const { event_id: eventID, hash, declares } = read.event;
    const there = before.get(`${declares} ${eventID}`);
    if (there !== undefined && there !== hash) refuse("epcis-conflict", { eventID });
    if (there === undefined)
      await recordAction(tx, context, { action: "trace.capture", subject: of.captureId, facts: { kept: 1 } });
    return { eventID, known: there !== undefined };
  });
}

async function keepBatch(
  tx: Transaction,
  context: Context,
  captureId: string,
  { texts, first, context: around }: EventBatch,
  count: Count,
): Promise<void> {
  const { partyId } = context.actor;
  invariant(partyId, "who captures is somebody of a party");
  const fresh = new Map<string, { readonly event: NewEvent; readonly place: number }>();
  const conflict = (place: number, eventId: string) =>
    note(count, [{ event: place, code: "epcis-conflict", at: "/eventID", found: eventId.slice(0, 100) }]);
  for (const [at, text] of texts.entries()) {
    count.read++;
    const place = first + at;
    const read = readEvent(text, around, place);
    if (!read.ok) {
      note(count, read.faults);
      continue;
    }
    const key = `${read.event.declares} ${read.event.event_id}`;
    const twin = fresh.get(key);
    if (!twin) fresh.set(key, { event: read.event, place });
    else if (twin.event.hash === read.event.hash) count.known++;
    else conflict(place, read.event.event_id);
  }
  const of = { partyId, captureId, recordTime: context.now() };
  const before = await insertEvents(
    tx,
    of,
    [...fresh.values()].map(({ event }) => event),
  );
  for (const [key, { event, place }] of fresh) {
    const there = before.get(key);
    if (there === undefined) count.kept++;
    else if (there === event.hash) count.known++;
    else conflict(place, event.event_id);
  }
}

/** Notes what was wrong with one event, or around the events. */
function note(count: Count, faults: readonly CaptureFault[]): void {
  if (faults.some(({ event }) => event !== null)) count.wrong++;
  count.errors.push(...faults.slice(0, MOST_ERRORS - count.errors.length));
}

function stateOf({ errors, ...numbers }: Count) {
  return { ...numbers, errors: asJson(errors) };
}

/** @throws Refusal `not-found` */
export async function getCaptureOf(context: Context, id: string): Promise<CaptureJob> {
  return reading(context, async (tx) => view((await findCapture(tx, id)) ?? refuse("not-found"), context));
}

export async function pageCaptures(context: Context, ask: PageAsk): Promise<PageOf<CaptureJob>> {
  return reading(context, (tx) => capturePage(tx, ask, (row) => view(row, context)));
}

function view(row: CaptureRow, context: Context): CaptureJob {
  const lost = row.state === "running" && context.now().getTime() - row.changed_at.getTime() > LOST_AFTER;
  const running = row.state === "running" && !lost;
  return {
    captureID: row.id as CaptureJob["captureID"],
    createdAt: row.begun_at.toISOString(),
    finishedAt: running ? null : row.changed_at.toISOString(),
    running,
    success: row.state === "kept",
    captureErrorBehaviour: row.behaviour,
    ...{ read: row.read, kept: row.kept, known: row.known, wrong: row.wrong },
    errors: [
      ...(row.errors as CaptureFault[]),
      ...(lost ? [{ event: null, code: "epcis-capture-failed", at: "", found: null }] : []),
    ],
  };
}
