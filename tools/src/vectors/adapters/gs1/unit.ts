import { applicationIdentifier } from "@quanheng/formats/gs1/dictionary/lookup.ts";
import type { Message } from "@quanheng/formats/gs1/element.ts";
import { parseBracketed, parseElementString } from "@quanheng/formats/gs1/element-string.ts";
import { escaped, queryEscaped, unescaped } from "@quanheng/formats/gs1/link/escape.ts";
import { parseLink } from "@quanheng/formats/gs1/link/parse.ts";
import { isSequence } from "@quanheng/formats/gs1/link/sequence.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";
import type { Result } from "@quanheng/formats/gs1/problem.ts";
import { parseScan } from "@quanheng/formats/gs1/scan.ts";
import { writeElementString } from "@quanheng/formats/gs1/write.ts";
import { type SymbolName, writeScan } from "@quanheng/formats/gs1/write-scan.ts";
import type { CaseResult } from "../../adapter.ts";
import {
  asError,
  compared,
  differencesOf,
  differs,
  type EngineError,
  type EngineOptions,
  readingOptions,
} from "./engine.ts";

/** A unit test of the reference implementation as a row. */
export type UnitRow = {
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly ok?: boolean;
  readonly expect?: string;
  readonly expectPath?: string;
  readonly expectQuery?: string;
  readonly expectSymbology?: string;
  readonly dlAIs?: string;
  readonly rule?: string;
  readonly stem?: string | null;
  readonly symbology?: string;
  readonly options?: EngineOptions;
  readonly error?: EngineError;
};

/** What an input became: a text to compare, if the row says one, or a problem. */
type Outcome = Result<string | undefined>;

/** Runs one unit row by its kind. */
export function unitCase(row: UnitRow): CaseResult {
  const { id, input } = row;
  if (row.kind === "uriEscape")
    return compared(
      id,
      input,
      found(["path", escaped(input), row.expectPath], ["query", queryEscaped(input), row.expectQuery]),
    );
  if (row.kind === "uriUnescape")
    return compared(
      id,
      input,
      found(["path", unescaped(input), row.expectPath], ["query", unescaped(input, true), row.expectQuery]),
    );
  if (row.kind === "dlPathSeq") return compared(id, input, found(["sequence", isPath(input), row.ok]));
  if (row.kind === "processScanData") return scanCase(row);
  const outcome = outcomeOf(row);
  if (outcome === undefined) return { id, ok: false, message: `not handled: ${row.kind}` };
  if (outcome.ok) {
    return row.ok
      ? compared(id, input, row.expect === undefined ? [] : found(["text", outcome.value, row.expect]))
      : { id, ok: false, message: `${input}: expected ${row.error?.code}, found ${outcome.value ?? "a message"}` };
  }
  if (row.ok) return { id, ok: false, message: `${input}: found ${asError(outcome.problem).code}` };
  // The reference implementation gives no code where a symbol cannot carry plain data; ours says what is missing.
  return row.error?.code === "NO_ERROR"
    ? { id, ok: true }
    : compared(id, input, differencesOf(asError(outcome.problem), row.error));
}

function outcomeOf({ kind, input, options, rule, stem, symbology }: UnitRow): Outcome | undefined {
  const reading = readingOptions(options);
  const alone = { ...reading, requisites: rule === "requisites" };
  if (kind === "parseAI") return written(parseBracketed(input, alone));
  if (kind === "processAI") return written(parseElementString(input, alone));
  if (kind === "parseDL") return written(parseLink(input, alone));
  if (kind === "validate" || kind === "aiLint") return written(parseBracketed(input, alone));
  if (kind === "generateScanData") return writeScan(symbology as SymbolName, input, options?.addCheckDigit);
  if (kind !== "generateDL") return undefined;
  const read = parseBracketed(input, alone);
  return read.ok ? writeLink(read.value.elements, stem ?? undefined, reading) : read;
}

function written(read: Result<Message>): Outcome {
  return read.ok ? { ok: true, value: writeElementString(read.value.elements) } : read;
}

function scanCase({ id, input, ok, expect, expectSymbology, dlAIs, error }: UnitRow): CaseResult {
  const read = parseScan(input, { requisites: false });
  if (!read.ok)
    return ok
      ? { id, ok: false, message: `${input}: found ${asError(read.problem).code}` }
      : compared(id, input, differencesOf(asError(read.problem), error));
  const { data, symbology, link } = read.value;
  const elements = link && writeElementString(link.elements);
  return compared(id, input, [
    ...found(
      ["ok", true, ok],
      ["data", data, expect],
      ["symbology", symbology, expectSymbology],
      ["elements", elements, dlAIs],
    ),
  ]);
}

function isPath(input: string): boolean {
  const [key = "", ...qualifiers] = input.split(" ");
  const entry = applicationIdentifier(key);
  return entry !== undefined && isSequence(entry, qualifiers);
}

function found(...facts: readonly (readonly [string, unknown, unknown])[]): string[] {
  return facts.map((fact) => differs(...fact)).filter((difference) => difference !== "");
}
