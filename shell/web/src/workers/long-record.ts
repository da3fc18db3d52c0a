import { recordKinds } from "@quanheng/centres/long-records.ts";
import { longRecordReader } from "@quanheng/flow/determination/long-record.ts";
import { invariant, Refusal } from "@quanheng/kernel/refusal.ts";
import type { RecordAnswer, RecordQuestion } from "./long-record-messages.ts";

// The file is read piece by piece and evaluated here, away from the page; ending this worker is how a run is cancelled.

/** As much of a file shows how it is written: the header with its words. */
const HEAD_BYTES = 64 * 1024;
const ENCODINGS = ["utf-8", "gb18030"] as const;

const say = (answer: RecordAnswer) => postMessage(answer);

addEventListener("message", ({ data }: MessageEvent<RecordQuestion>) => {
  void run(data).catch((error: unknown) => {
    if (error instanceof Refusal) say({ kind: "refused", code: error.code, facts: error.facts });
    // What no decoder reads is no text.
    else if (error instanceof TypeError) say({ kind: "refused", code: "record-encoding", facts: {} });
    else throw error;
  });
});

async function run({ file, kind: id, choice }: RecordQuestion): Promise<void> {
  const started = performance.now();
  const kind = recordKinds.find((each) => each.id === id);
  invariant(kind, `${id} is a kind of record`);
  const reader = longRecordReader(kind.columns);
  const decoder = new TextDecoder(await encodingOf(file), { fatal: true });
  const pieces = file.stream().getReader();
  let read = 0;
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    reader.push(decoder.decode(piece.value, { stream: true }));
    read += piece.value.length;
    say({ kind: "progress", step: "read", share: read / file.size });
  }
  const record = reader.end(decoder.decode());
  const evaluation = kind.evaluate(record, choice, (share) => say({ kind: "progress", step: "evaluate", share }));
  say({ kind: "done", evaluation, rows: record.rows, ms: performance.now() - started });
}

/** UTF-16 by its mark, else the first encoding that reads the beginning of the file. */
async function encodingOf(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return ENCODINGS.find((encoding) => reads(encoding, head)) ?? "utf-8";
}

function reads(encoding: string, head: Uint8Array): boolean {
  try {
    // A letter that the head cuts in two is no fault.
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
