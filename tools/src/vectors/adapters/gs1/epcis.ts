import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkDocument } from "@quanheng/formats/epcis/check-document.ts";
import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";
import { eventHash } from "@quanheng/formats/epcis/event-hash.ts";
import { preHash } from "@quanheng/formats/epcis/pre-hash.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs } from "./engine.ts";

type HashRow = { readonly id: string; readonly file: string; readonly hashes: readonly string[] };
type GeneratedRow = {
  readonly id: string;
  readonly event: EpcisEvent;
  readonly hash: string;
  readonly prehash?: string;
};
type Body = { readonly eventList?: readonly EpcisEvent[]; readonly queryResults?: { readonly resultsBody: Body } };
type Document = { readonly "@context"?: unknown; readonly epcisBody: Body };

/** The context that the generated events are to be read in. */
const GENERATED_CONTEXT = [{ qi: "https://ns.example.cn/qi/" }];
type Verdict = { readonly schemaValid: boolean; readonly errorPaths?: readonly string[] };
type DocumentRow = Verdict & { readonly file: string };
type Step = { readonly op: string; readonly path: string; readonly value?: unknown };
type MutationRow = Verdict & { readonly id: string; readonly base: string; readonly patch: readonly Step[] };

/** What the reference leaves out as added by a repository, in the documents with "IgnoreFields" in their name. */
const ADDED = ["repository-x:hash", "example:captureID"];

/** The identities of the events of whole documents. */
export function eventHashCases(path: string): readonly CaseResult[] {
  return rows<HashRow>(path).map((row) => {
    const document = read(join(dirname(path), row.file)) as Document;
    const leaveOut = row.file.includes("IgnoreFields") ? ADDED : [];
    const found = eventsOf(document.epcisBody).map((event) => eventHash(event, document["@context"], leaveOut));
    return compared(row.id, row.file, [differs("hashes", found.toSorted(), row.hashes.toSorted())].filter(Boolean));
  });
}

/** The identities of single events, with the text below them where it is given. */
export function generatedHashCases(path: string): readonly CaseResult[] {
  return rows<GeneratedRow>(path).map((row) => {
    const text = row.prehash === undefined ? "" : differs("text", preHash(row.event, GENERATED_CONTEXT), row.prehash);
    const differences = [text, differs("hash", eventHash(row.event, GENERATED_CONTEXT), row.hash)];
    return compared(row.id, row.event.type, differences.filter(Boolean));
  });
}

/** Whole documents, with their verdicts. */
export function documentCases(path: string): readonly CaseResult[] {
  return rows<DocumentRow>(path).map((row) => judged(row.file, row.file, read(join(dirname(path), row.file)), row));
}

/** Documents with one thing changed, with their verdicts. */
export function mutationCases(path: string): readonly CaseResult[] {
  return rows<MutationRow>(path).map((row) => {
    const document = read(join(dirname(path), row.base));
    for (const step of row.patch) change(document, step);
    return judged(row.id, JSON.stringify(row.patch).slice(0, 200), document, row);
  });
}

/** The verdict has to agree, and one of the faults lies at a published place. */
function judged(id: string, input: string, document: unknown, wanted: Verdict): CaseResult {
  const found = checkDocument(document);
  const places = wanted.errorPaths ?? [];
  const placed = found.length === 0 || found.some(({ at }) => places.includes(at));
  const verdict = differs("valid", found.length === 0, wanted.schemaValid);
  const place = verdict === "" && !placed ? differs("places", found, places) : "";
  return compared(id, `${input} ${JSON.stringify(found).slice(0, 300)}`, [verdict, place].filter(Boolean));
}

/** One step of a JSON Patch (RFC 6902): add, replace or remove. */
function change(document: unknown, { op, path, value }: Step): void {
  const names = path.split("/").slice(1);
  const last = (names.pop() ?? "").replaceAll("~1", "/").replaceAll("~0", "~");
  const target = names.reduce((at, name) => (at as Record<string, unknown>)[name], document);
  if (Array.isArray(target) && op === "add") target.splice(last === "-" ? target.length : Number(last), 0, value);
  else if (op === "remove") delete (target as Record<string, unknown>)[last];
  else (target as Record<string, unknown>)[last] = value;
}

function eventsOf(body: Body): readonly EpcisEvent[] {
  return body.eventList ?? body.queryResults?.resultsBody.eventList ?? [];
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function rows<Row>(path: string): readonly Row[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}
