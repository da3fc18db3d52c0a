import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CaseResult } from "../adapter.ts";
import { type CheckRow, checkCase } from "./gs1/checks.ts";
import { dictionaryCases, dictionaryTextCases } from "./gs1/dictionary.ts";
import { type OracleRow, oracleCase } from "./gs1/engine.ts";
import { documentCases, eventHashCases, generatedHashCases, mutationCases } from "./gs1/epcis.ts";
import { type ChineseRow, chineseCase, type KeyRow, keyCase } from "./gs1/keys.ts";
import { type LinkRow, linkCase } from "./gs1/links.ts";
import { organisationCases, prefixLengthCases } from "./gs1/prefixes.ts";
import { conformanceCases, scenarioCases } from "./gs1/resolver.ts";
import { type UnitRow, unitCase } from "./gs1/unit.ts";
import { certificationCases, linksetCase, linkTypeCases } from "./gs1/vocabulary.ts";

type Run = (path: string, content: unknown) => readonly CaseResult[] | Promise<readonly CaseResult[]>;

const FILES: Readonly<Record<string, Run>> = {
  "ai-table-2026-01-27.json": (_, content) => dictionaryCases(content),
  "gs1-syntax-dictionary-2026-01-27.txt": (path) => dictionaryTextCases(readFileSync(path, "utf8")),
  "gcp-length-cn-asean.json": (_, content) => prefixLengthCases(content),
  "mo-prefixes.json": (_, content) => organisationCases(content),
  "link-types.json": (_, content) => linkTypeCases(content),
  "certification-terms.json": (_, content) => certificationCases(content),
  "linkset-valid-basic-example.json": (path, content) => linksetCase(path, content, true),
  "linkset-valid-gs1-example.json": (path, content) => linksetCase(path, content, true),
  "linkset-invalid-basic-example.json": (path, content) => linksetCase(path, content, false),
  "linkset-invalid-gs1-example.json": (path, content) => linksetCase(path, content, false),
  "requirements.json": (path) => conformanceCases(path),
  "scenarios.jsonl": (path) => scenarioCases(path),
  "documents.jsonl": (path) => documentCases(path),
  "mutations.jsonl": (path) => mutationCases(path),
  "event-hash.jsonl": (path) => eventHashCases(path),
  "event-hash-generated.jsonl": (path) => generatedHashCases(path),
  "model-linkset.json": (path, content) => linksetCase(path, content, true),
};

/** Rows are told apart by a member that only they have. */
const ROWS: readonly (readonly [member: string, run: (row: never) => CaseResult])[] = [
  ["linter", (row: CheckRow) => checkCase(row)],
  ["group", (row: OracleRow) => oracleCase(row)],
  ["kind", (row: UnitRow) => unitCase(row)],
  ["normalised", (row: LinkRow) => linkCase(row)],
  ["type", (row: ChineseRow) => chineseCase(row)],
  ["key", (row: KeyRow) => keyCase(row)],
];

/** Files with cases that no part of this version runs, with the reason. */
const NOT_HANDLED: Readonly<Record<string, string>> = {
  "compress-legacy.jsonl": "legacy compression is withdrawn and left out (core/formats/src/gs1/KNOWN.md)",
};

/** Runs one file of the GS1 suite through the engine of `core/formats`. */
export function run(path: string, content: unknown): readonly CaseResult[] | Promise<readonly CaseResult[]> {
  const name = basename(path);
  const missing = Object.hasOwn(NOT_HANDLED, name) ? NOT_HANDLED[name] : undefined;
  if (missing !== undefined) return [{ id: name, ok: false, message: `not handled: ${missing}` }];
  const handler = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (handler) return handler(path, content);
  return name.endsWith(".jsonl") ? rows(path).map(rowCase) : [];
}

function rowCase(row: object): CaseResult {
  const found = ROWS.find(([member]) => member in row);
  return found
    ? found[1](row as never)
    : { id: JSON.stringify(row).slice(0, 80), ok: false, message: "not handled: row" };
}

function rows(path: string): readonly object[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as object);
}
