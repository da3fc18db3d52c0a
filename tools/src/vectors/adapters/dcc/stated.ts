import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is said of a sample; a member that is left out is not said. */
export type Expected = {
  readonly wellFormed?: boolean;
  /** Line of the first fault of form. */
  readonly line?: number;
  readonly wellBuilt?: boolean;
  readonly followsRules?: boolean;
  readonly signature?: "holds" | "fails";
};

/** What the list of sources beside a suite says of a sample, in the words that it uses for the others; undefined for none. */
export function statedOf(path: string): Expected | undefined {
  const list = join(dirname(dirname(path)), "SOURCES.md");
  if (!existsSync(list)) return undefined;
  const row = readFileSync(list, "utf8")
    .split("\n")
    .find((line) => line.startsWith("|") && (line.split("|")[1] ?? "").includes(basename(path)));
  return row === undefined ? undefined : readNote(row);
}

/**
 * The expectation in a note.
 *
 * @example readNote("3.2.0, validates; signature must FAIL (digest)") // → { wellBuilt: true, signature: "fails" }
 */
export function readNote(note: string): Expected {
  const malformed = /well-formedness(?: \(line (\d+)\))?/i.exec(note);
  if (malformed) return { wellFormed: false, ...(malformed[1] === undefined ? {} : { line: Number(malformed[1]) }) };
  const breaksRules = /schematron must fail/i.test(note);
  const breaksSchema = /(?:must fail|fails) xsd|xsd fails/i.test(note);
  const isBuilt = /\bvalidates?\b|xsd passes/i.test(note);
  const signature = /signature must fail/i.test(note) ? "fails" : /\bverifies\b/i.test(note) ? "holds" : undefined;
  return {
    ...(breaksSchema ? { wellBuilt: false } : isBuilt || breaksRules ? { wellBuilt: true } : {}),
    ...(breaksRules ? { followsRules: false } : {}),
    ...(signature === undefined ? {} : { signature }),
  };
}
