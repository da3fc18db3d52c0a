import assert from "node:assert/strict";
import { parseQuantity, type Quantity } from "@quanheng/kernel/quantity/parse-quantity.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { draw, holdingOf, holdingText } from "./aliquot.ts";
import { type LimitRow, limitRow } from "./limit-row.ts";
import { declareSignature, type Signer, signRecord } from "./record-signature.ts";
import { listDifference, type RecordVersions, withVersion } from "./record-versions.ts";
import { duplicateSlot, fillTemplate, templateTests, type WorksheetTemplate } from "./work/worksheet-template.ts";

const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  assert.ok(parsed.ok, text);
  return parsed.quantity;
}

describe("portions", () => {
  test("what is drawn and what is left are what was there, in any unit, to the last digit", () => {
    const first = draw(holdingOf(quantity("10 mL")), quantity("4 mL"));
    assert.equal(holdingText(first), "6 mL");
    assert.equal(holdingText(draw(first, quantity("0.0035 L"))), "2.5 mL");
    assert.throws(() => draw(first, quantity("7 mL")), code("quantity-insufficient"));
    const empty = draw(first, quantity("6.0 mL"));
    assert.deepEqual([holdingText(empty), empty.closed], ["0 mL", true]);
    assert.throws(() => draw(empty, quantity("1 mL")), code("quantity-depleted"));
    assert.throws(() => draw(first, quantity("1 g")), code("unit-mismatch"));
    assert.throws(() => draw(first, quantity("0 mL")), code("quantity-insufficient"));
  });
});

test("the row of the method comes first, one without a method stands in, two are an error of the table", () => {
  const row = (method: string | null, min: string): LimitRow => ({ analyte: "Ca", method, min, max: null });
  const rows = [row(null, "1"), row("B", "3")];
  assert.equal(limitRow(rows, "Ca", "B")?.min, "3");
  assert.equal(limitRow(rows, "Ca", "A")?.min, "1");
  assert.equal(limitRow(rows, "Ca", null)?.min, "1");
  assert.equal(limitRow(rows, "Mg", null), undefined);
  assert.equal(limitRow([row("B", "3")], "Ca", null), undefined);
  assert.throws(() => limitRow([...rows, row("B", "4")], "Ca", "B"), code("ambiguous-limit"));
});

test("versions count from zero, stay, and say why", () => {
  const meta = { actor: "u1", roles: ["analyst"], time: "2026-03-16T09:00:00Z", reason: null };
  const first = withVersion([] as RecordVersions<string>, "12", meta);
  assert.throws(() => withVersion(first, "13", meta), code("reason-missing"));
  assert.throws(() => withVersion(first, "13", { ...meta, reason: " " }), code("reason-missing"));
  const second = withVersion(first, "13", { ...meta, reason: "digits swapped" });
  assert.deepEqual(
    second.map(({ number, content }) => [number, content]),
    [
      [0, "12"],
      [1, "13"],
    ],
  );
  assert.deepEqual(listDifference(["Cu", "Fe"], ["Fe", "Mg"]), { added: ["Mg"], removed: ["Cu"] });
});

test("a signature needs the declaration, the password, and for a rejection the reason", () => {
  const proof = { authenticated: true, method: "password", client: "browser" };
  const wrong = { ...proof, authenticated: false };
  const act = { meaning: "authored", reason: null, digest: "ab".repeat(32), at: "2026-03-16T09:00:00Z" } as const;
  const fresh: Signer = { personId: "u1", printedName: "Wei Chen", declared: false };
  assert.throws(() => signRecord(fresh, proof, act), code("not-declared"));
  assert.throws(() => declareSignature(fresh, wrong), code("not-authenticated"));
  const signer = declareSignature(fresh, proof);
  assert.throws(() => declareSignature(signer, proof), code("already-declared"));
  assert.throws(() => signRecord(signer, wrong, act), code("not-authenticated"));
  assert.throws(() => signRecord(signer, proof, { ...act, meaning: "rejected", reason: "" }), code("reason-missing"));
  assert.deepEqual(signRecord(signer, proof, { ...act, meaning: "rejected", reason: "wrong unit" }), {
    printedName: "Wei Chen",
    signedAt: "2026-03-16T09:00:00Z",
    meaning: "rejected",
    reason: "wrong unit",
    authMethod: "password",
    client: "browser",
    digest: "ab".repeat(32),
  });
});

test("a worksheet is filled in order and nothing moves up", () => {
  const layout: WorksheetTemplate = [
    { kind: "sample" },
    { kind: "duplicate", of: 1 },
    { kind: "sample" },
    { kind: "duplicate", of: 3 },
    { kind: "control" },
    { kind: "blank" },
  ];
  assert.deepEqual(fillTemplate(layout, 1, { control: true, blank: false }), {
    routine: [1],
    duplicate: [2],
    control: [5],
    blank: [],
  });
  assert.equal(duplicateSlot(layout, 3, []), 4);
  assert.equal(duplicateSlot(layout, 3, [4]), 7);
  assert.equal(duplicateSlot(layout, 3, [4, 9]), 10);
  assert.deepEqual(templateTests(["U", "pH"], ["U", "Zn"]), { worksheet: ["U"], unassigned: ["pH"] });
});
