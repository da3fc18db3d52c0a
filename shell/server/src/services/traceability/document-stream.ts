import { checkDocument } from "@quanheng/formats/epcis/check-document.ts";
import { eventSplitter } from "@quanheng/formats/epcis/event-splitter.ts";
import { refuse } from "../../refusals.ts";

/** Some events of a document, as text, with the number of the first and the context of the document. */
export type EventBatch = { readonly texts: readonly string[]; readonly first: number; readonly context: unknown };
export type FrameFault = { readonly code: string; readonly at: string; readonly found?: string };

/** Largest document. [bytes] */
export const LARGEST_DOCUMENT = 100 * 1024 * 1024;
const BATCH = 500;
/** Most events that wait for a context which stands behind them. */
const MOST_WAITING = 5000;

/**
 * Reads a document while it arrives and hands its events on in batches; memory is bounded by a batch.
 *
 * @param told is handed the faults of what stands around the events, at the end
 * @throws Refusal `too-large`, `epcis-empty`, `epcis-context-late`, `malformed`, `epcis-event-too-long`
 */
export async function* eventBatches(
  bytes: AsyncIterable<Uint8Array>,
  told: (faults: readonly FrameFault[]) => void,
): AsyncGenerator<EventBatch> {
  const splitter = eventSplitter();
  let waiting: string[] = [];
  let first = 0;
  let context: unknown;
  let known = false;
  const take = (count: number): EventBatch => {
    const texts = waiting.slice(0, count);
    waiting = waiting.slice(count);
    first += texts.length;
    return { texts, first: first - texts.length, context };
  };
  for await (const text of decoded(bytes)) {
    for (const event of splitter.push(text)) waiting.push(event);
    if (waiting.length < BATCH) continue;
    if (!known) {
      context = contextOf(splitter.frame());
      known = context !== undefined;
      if (!known && waiting.length > MOST_WAITING) refuse("epcis-context-late");
    }
    while (known && waiting.length >= BATCH) yield take(BATCH);
  }
  const frame = splitter.frame();
  if (frame.trim() === "") refuse("epcis-empty");
  context ??= contextOf(frame);
  while (waiting.length > 0) yield take(BATCH);
  told(splitter.isOpen() ? [{ code: "epcis-not-readable", at: "/epcisBody/eventList" }] : frameFaults(frame));
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > LARGEST_DOCUMENT) refuse("too-large", { limit: "100 MB" });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    // Bytes that are no UTF-8.
    if (error instanceof TypeError) refuse("malformed");
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function contextOf(frame: string): unknown {
  const document = parsed(frame);
  return typeof document === "object" && document !== null && "@context" in document ? document["@context"] : undefined;
}

function frameFaults(frame: string): readonly FrameFault[] {
  const document = parsed(frame);
  if (document === undefined) return [{ code: "epcis-not-readable", at: "" }];
  const isDocument = typeof document === "object" && document !== null && "type" in document;
  if (isDocument && document.type !== "EPCISDocument") return [{ code: "epcis-type-unknown", at: "/type" }];
  return checkDocument(document);
}
