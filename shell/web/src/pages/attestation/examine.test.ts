import { createHash } from "node:crypto";
import type { PublicStatement } from "@quanheng/contract/schemas/attestation.ts";
import { publicView } from "@quanheng/flow/attestation/public-view.ts";
import { enveloped } from "@quanheng/formats/credential/jws.ts";
import { snapshotBytes } from "@quanheng/formats/report/snapshot-bytes.ts";
import { CHECKS } from "@quanheng/formats/verify/check.ts";
import { OUTCOMES } from "@quanheng/formats/verify/outcome.ts";
import { outcomeSentence } from "@quanheng/formats/verify/sentences.ts";
import { issued, statusLists } from "@quanheng/formats/verify/testing/demo-house.ts";
import { beforeAll, expect, test } from "vitest";
import { believedNumber, examine, trustOf } from "./examine.ts";
import { type Handed, handIn, NOTHING_HANDED, withoutTrust } from "./handed.ts";
import { headline } from "./headline.ts";
import { needleOf } from "./needle.ts";
import { registeredOutcome, statementChecks } from "./statement-checks.ts";

const NOW = "2026-11-26T00:00:00Z";
const bytes = (text: string) => new TextEncoder().encode(text);
let house: Awaited<ReturnType<typeof issued>>;
let statement: PublicStatement;
beforeAll(async () => {
  house = await issued();
  statement = {
    ...publicView(house.snapshot),
    results: [],
    markets: [],
    status: "issued",
    statusReason: "",
    statusAt: NOW,
    replacedBy: null,
    pdfSha256: null,
    logIndex: 3,
    credential: null,
    proof: house.proof,
  };
});

function handed(...files: readonly (readonly [string, Uint8Array])[]): Handed {
  return files.reduce<Handed>((former, [name, content]) => {
    const next = handIn(former, name, content);
    if (typeof next === "string") throw new Error(next);
    return next;
  }, NOTHING_HANDED);
}

test("a bundle of yesterday does not bring back what was withdrawn since", async () => {
  const withdrawn = await statusLists({ set: ["revocation"], validFrom: "2026-11-25T09:00:00Z" });
  const { pdf, credential, proof } = house;
  const outcome = (seen: Parameters<typeof trustOf>[1]) =>
    examine({ pdf, credential, proof }, trustOf(house.trust, seen), NOW).outcome;
  expect([outcome([]), outcome([withdrawn]), outcome([withdrawn, house.trust.statusLists])]).toEqual([
    "valid",
    "withdrawn",
    "withdrawn",
  ]);
});

test("files are told apart by content, and a further document takes the place of the former with its proof", () => {
  const both = handed(["a.pdf", house.pdf], ["a.txt", bytes(house.proof)]);
  expect(both).toEqual({ name: "a.pdf", pdf: house.pdf, proof: house.proof });
  expect(handed(["a.pdf", house.pdf], ["p", bytes(house.proof)], ["b", bytes(house.credential)])).toEqual({
    name: "b",
    credential: house.credential,
  });
  expect(handed(["b.json", bytes(JSON.stringify(enveloped(house.credential)))]).credential).toBe(house.credential);
});

test("a proof that comes first waits for its document", () => {
  expect(handed(["p", bytes(house.proof)], ["a.pdf", house.pdf]).proof).toBe(house.proof);
});

test("the reader's own trust stays with the next document, and can be put aside", () => {
  const trust = bytes(JSON.stringify(house.trust));
  const after = handed(["t.json", trust], ["a.pdf", house.pdf], ["b.pdf", house.pdf]);
  expect(after.trust?.name).toBe("t.json");
  expect(withoutTrust(after)).toEqual({ name: "b.pdf", pdf: house.pdf });
});

test("data without a signature and a broken trust bundle are declined by name, a strange file is a document", () => {
  expect(handIn(NOTHING_HANDED, "d.json", bytes(snapshotBytes(house.snapshot).json))).toBe("verify.file.snapshot");
  const broken = { ...house.trust, logs: ["not a key"] };
  expect(handIn(NOTHING_HANDED, "t.json", bytes(JSON.stringify(broken)))).toBe("verify.file.trust-bad");
  const photo = handed(["photo.jpg", Uint8Array.of(0xff, 0xd8, 0xff)]);
  expect(examine(photo, trustOf(house.trust), NOW).outcome).toBe("unreadable");
});

test("a report is valid by its file alone, and completely so with the register's proof", () => {
  const trust = trustOf(house.trust);
  const file = handed(["a.pdf", house.pdf], ["a.jwt", bytes(house.credential)]);
  const pdf = { pdf: house.pdf, credential: house.credential };
  expect(examine(file, trust, NOW).outcome).toBe("valid");
  const alone = examine(pdf, trust, NOW);
  expect(alone.checks.find(({ code }) => code === "log")?.reason).toBe("no-proof");
  const asked = examine(pdf, trust, NOW, { statement, at: NOW });
  expect(asked.outcome).toBe("valid");
  expect(examine(pdf, trust, NOW, "unknown").outcome).toBe("not-in-log");
  expect(asked.checks.map(({ code, state }) => [code, state])).toEqual(
    CHECKS.filter((code) => code !== "dcc").map((code) => [code, "ok"]),
  );
});

test("changed, withdrawn, suspended and unknown signer are told apart, whatever the register says", () => {
  const trust = trustOf(house.trust);
  const pdf = { pdf: house.pdf, credential: house.credential };
  const with_ = (status: PublicStatement["status"]) => ({ statement: { ...statement, status }, at: NOW });
  const changed = house.pdf.slice();
  changed[200] = (changed[200] ?? 0) ^ 1;
  expect(examine({ ...pdf, pdf: changed }, trust, NOW, with_("issued")).outcome).toBe("altered");
  expect(examine(pdf, trust, NOW, with_("withdrawn")).outcome).toBe("withdrawn");
  expect(examine(pdf, trust, NOW, with_("suspended")).outcome).toBe("suspended");
  expect(examine(pdf, trustOf(undefined), NOW, with_("issued")).outcome).toBe("unknown-signer");
});

test("the register is asked only by a number that the signatures vouch for", () => {
  const trust = trustOf(house.trust);
  const pdf = { pdf: house.pdf, credential: house.credential };
  const file: Handed = { name: "a.pdf", ...pdf };
  expect(believedNumber(examine(pdf, trust, NOW), file, trust)).toBe(statement.number);
  expect(believedNumber(examine(pdf, trustOf(undefined), NOW), file, trustOf(undefined))).toBeNull();
  const credential = handed(["a.jwt", bytes(house.credential)]);
  expect(believedNumber(examine(credential, trust, NOW), credential, trust)).toBe(statement.number);
});

test("by number alone the register's word and the log's proof are told, never that a document is valid", () => {
  const trust = trustOf(house.trust);
  const pdfSha256 = createHash("sha256").update(house.pdf).digest("hex");
  const told = (change: Partial<PublicStatement>) => {
    const asked = { ...statement, pdfSha256, ...change };
    const checks = statementChecks(asked, trust);
    return [registeredOutcome(asked, checks), ...checks.map(({ state, reason }) => reason ?? state)];
  };
  expect(told({})).toEqual(["registered", "ok", "ok"]);
  expect(told({ status: "suspended" })).toEqual(["suspended", "suspended", "ok"]);
  expect(told({ proof: null })).toEqual(["registered", "ok", "no-proof"]);
  expect(told({ pdfSha256: "00" })).toEqual(["not-in-log", "ok", "proof-of-other-document"]);
  expect(told({ proof: house.proof.replace("index 3", "index 2") })).toEqual(["log-inconsistent", "ok", "proof-wrong"]);
  expect(told({ proof: "nonsense" })).toEqual(["log-inconsistent", "ok", "proof-wrong"]);
});

test.each([
  ["GXT-2026-000123", "GXT-2026-000123"],
  [" ｇｘｔ－2026－000123 ", "gxt-2026-000123"],
  ["GXT–2026–000123", "GXT-2026-000123"],
  ["https://qi.example/253/9521234567891GXT1?x=1", "9521234567891GXT1"],
  ["http://127.0.0.1:8088/verify/GXT-2026-000123", "GXT-2026-000123"],
  ["(253)9521234567891GXT1", "9521234567891GXT1"],
  ["]Q1https://qi.example/253/9521234567891GXT1", "9521234567891GXT1"],
  ["abc", null],
  ["%", null],
  ["x".repeat(81), null],
])("%s is looked up as %s", (typed, needle) => {
  expect(needleOf(typed)).toBe(needle);
});

test("every outcome has a word of its own to be shown large, in both languages", () => {
  for (const language of ["zh", "en"] as const) {
    const heads = OUTCOMES.map((outcome) => headline(outcomeSentence(outcome)[language]).head);
    expect(new Set(heads).size).toBe(OUTCOMES.length);
    for (const head of heads) expect(head).not.toMatch(/[：:。.]$|^$/);
  }
  expect(headline("Valid: issued by a trusted body.")).toEqual({ head: "Valid", rest: "Issued by a trusted body." });
  expect(headline("已过期。")).toEqual({ head: "已过期", rest: "" });
});
