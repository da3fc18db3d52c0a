import type { FoundElement, ReadingOptions } from "@quanheng/formats/gs1/element.ts";
import { parseBracketed, parseElementString } from "@quanheng/formats/gs1/element-string.ts";
import { isAddress, type Link, parseLink } from "@quanheng/formats/gs1/link/parse.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";
import type { Problem } from "@quanheng/formats/gs1/problem.ts";
import { parseScan } from "@quanheng/formats/gs1/scan.ts";
import { humanReadable, writeBracketed, writeElementString } from "@quanheng/formats/gs1/write.ts";
import { writeScan } from "@quanheng/formats/gs1/write-scan.ts";
import type { CaseResult } from "../../adapter.ts";

export type EngineOptions = {
  readonly requisiteAIs?: boolean;
  readonly permitUnknownAIs?: boolean;
  readonly permitZeroSuppressedGTIN?: boolean;
  readonly permitConvenienceAlphas?: boolean;
  readonly unknownAInotDLattr?: boolean;
  readonly hriTitles?: boolean;
  readonly addCheckDigit?: boolean;
};
export type EngineError = {
  readonly code: string;
  readonly lint?: string;
  readonly markup?: string;
  readonly message?: string;
};
/** A row of the oracle file: an input with everything that the reference implementation made of it. */
export type OracleRow = {
  readonly id: string;
  readonly kind: "bracketed" | "data" | "scan";
  readonly input: string;
  readonly options?: EngineOptions;
  readonly expect: {
    readonly ok: boolean;
    readonly aiData?: string | null;
    readonly dataStr?: string;
    readonly hri?: readonly string[];
    readonly dlUri?: string;
    readonly dlError?: string;
    readonly ignoredQueryParams?: readonly string[];
    readonly scanQR?: string;
    readonly symbology?: string;
    readonly error?: EngineError;
  };
};

/** What was read, in the words of the rows. */
type Outcome =
  | { readonly problem: Problem }
  | {
      readonly elements: readonly FoundElement[] | null;
      readonly data: string;
      readonly link?: Link;
      readonly symbology?: string;
    };

/** Runs one row of the oracle file: verdict, code, content fault with its markup, and every output. */
export function oracleCase(row: OracleRow): CaseResult {
  const outcome = outcomeOf(row);
  const { expect, id } = row;
  if ("problem" in outcome) {
    const found = asError(outcome.problem);
    return expect.ok
      ? { id, ok: false, message: `expected a message, found ${found.code} for ${row.input}` }
      : compared(id, row.input, differencesOf(found, expect.error));
  }
  if (!expect.ok) return { id, ok: false, message: `expected ${expect.error?.code}, found a message for ${row.input}` };
  return compared(id, row.input, outputDifferences(row, outcome));
}

export function readingOptions(options: EngineOptions = {}): ReadingOptions {
  return {
    requisites: options.requisiteAIs ?? true,
    unknownIdentifiers: options.permitUnknownAIs ?? false,
    unknownAttributes: options.unknownAInotDLattr === false,
    shortGtins: options.permitZeroSuppressedGTIN ?? false,
    words: options.permitConvenienceAlphas ?? false,
  };
}

function outcomeOf({ kind, input, options }: OracleRow): Outcome {
  const reading = readingOptions(options);
  if (kind === "scan") {
    const read = parseScan(input, reading);
    if (!read.ok) return read;
    const { form, data, elements, symbology, link } = read.value;
    const none = form === "plain" || (form === "trade-number" && elements.length === 0);
    return { elements: none ? null : elements, data, symbology, ...(link && { link }) };
  }
  if (kind === "bracketed") {
    const read = parseBracketed(input, reading);
    return read.ok ? { elements: read.value.elements, data: writeElementString(read.value.elements) } : read;
  }
  if (input.startsWith("^")) {
    const read = parseElementString(input, reading);
    return read.ok ? { elements: read.value.elements, data: input } : read;
  }
  if (!isAddress(input)) return { elements: null, data: input };
  const read = parseLink(input, reading);
  return read.ok ? { elements: read.value.elements, data: input, link: read.value } : read;
}

function outputDifferences({ options, expect }: OracleRow, outcome: Exclude<Outcome, { problem: Problem }>): string[] {
  const { elements, data, link: given, symbology } = outcome;
  const ignored = given?.ignored;
  const link =
    elements && writeLink(elements, undefined, { ...readingOptions(options), ...(given && { inPath: given.inPath }) });
  const scan = writeScan("QR", data);
  return [
    differs("aiData", elements && writeBracketed(elements), expect.aiData),
    differs("dataStr", data, expect.dataStr),
    differs("hri", elements ? humanReadable(elements, options?.hriTitles) : [], expect.hri),
    differs("dlUri", link?.ok ? link.value : undefined, expect.dlUri),
    differs("dlError", link && !link.ok ? upper(link.problem.code) : undefined, expect.dlError),
    differs("scanQR", scan.ok ? scan.value : undefined, expect.scanQR ?? (scan.ok ? scan.value : undefined)),
    differs("ignored", ignored?.length ? ignored : undefined, expect.ignoredQueryParams),
    differs("symbology", symbology, expect.symbology),
  ].filter((difference) => difference !== "");
}

export function differs(name: string, found: unknown, wanted: unknown): string {
  return JSON.stringify(found) === JSON.stringify(wanted)
    ? ""
    : `${name}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`;
}

export function compared(id: string, input: string, differences: readonly string[]): CaseResult {
  return differences.length === 0
    ? { id, ok: true }
    : { id, ok: false, message: `${input}: ${differences.join("; ")}` };
}

/** A code as the rows write it. */
export function upper(code: string): string {
  return code.toUpperCase().replaceAll("-", "_");
}

/** The facts that the English messages of the reference implementation show, where it has any. */
function namedIn(message: string | undefined): string {
  const named =
    /It is invalid to pair AI \((\d+)\) with AI \((\d+)\)|^Required AIs for AI \((\d+)\) are not satisfied: (.*)$/.exec(
      message ?? "",
    );
  return named ? named.slice(1).filter(Boolean).join(" ") : "";
}

export function asError(fault: Problem): EngineError & { readonly named: string } {
  const { code, check, markup, ai, other, needed } = fault;
  const named = other || needed ? [ai, other ?? needed].join(" ") : "";
  return { code: upper(code), ...(check && { lint: upper(check) }), ...(markup && { markup }), named };
}

export function differencesOf(found: ReturnType<typeof asError>, wanted: EngineError | undefined): string[] {
  return [
    differs("code", found.code, wanted?.code),
    differs("lint", found.lint, wanted?.lint),
    differs("markup", found.markup, wanted?.markup),
    differs("named", found.named, namedIn(wanted?.message)),
  ].filter((difference) => difference !== "");
}
