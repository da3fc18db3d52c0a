import { expect, test } from "vitest";
import { readNote } from "./stated.ts";

test("the notes of a list of sources say what is expected of a sample", () => {
  const notes: readonly (readonly [string, object])[] = [
    ["must FAIL XSD (empty uniqueIdentifier)", { wellBuilt: false }],
    ["XSD passes, Schematron must FAIL", { wellBuilt: true, followsRules: false }],
    ["must FAIL well-formedness (line 7)", { wellFormed: false, line: 7 }],
    ["says 3.3.0 but FAILS XSD: `performanceLocation` missing", { wellBuilt: false }],
    ["3.1.1 + XAdES; signature verifies, XSD FAILS", { wellBuilt: false, signature: "holds" }],
    ["validates, signature must FAIL (digest)", { wellBuilt: true, signature: "fails" }],
    ["2.4.0, validates", { wellBuilt: true }],
    ["nothing", {}],
  ];
  for (const [note, expected] of notes) expect([note, readNote(note)]).toEqual([note, expected]);
});
