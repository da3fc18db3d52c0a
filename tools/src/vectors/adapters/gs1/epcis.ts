import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
