import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentialFor, issued, proofOf, statusLists } from "@quanheng/formats/verify/testing/demo-house.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { dispatch } from "../dispatch.ts";

const far = "2999-01-01T00:00:00Z";
let folder = "";
let house: Awaited<ReturnType<typeof issued>>;
const put = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T00:00:00Z") });
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  house = await issued();
  put("report.pdf", house.pdf);
  put("credential.jwt", house.credential);
  put("one.tlog-proof", house.proof);
  const trust = { ...house.trust, statusLists: await statusLists({ validUntil: far }) };
  put("bundle.json", JSON.stringify(trust));
  put(
    "withdrawn.json",
    JSON.stringify({ ...trust, statusLists: await statusLists({ set: ["revocation"], validUntil: far }) }),
  );
  put("strangers.json", JSON.stringify({ ...trust, certificates: [] }));
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function verify(names: readonly string[], trust: string | null = "bundle.json", more: readonly string[] = []) {
  const out: string[] = [];
  const note: string[] = [];
  const words = [
    "verify",
    ...names.map((name) => join(folder, name)),
    ...(trust ? ["--trust", join(folder, trust)] : []),
    ...more,
  ];
  const code = await dispatch(words, {
    env: { LANG: "en" },
    out: (l) => void out.push(l),
    note: (l) => void note.push(l),
  });
  return { code, out: out.join("\n"), note: note.join("\n") };
}

test("a report with its credential is valid, in both languages, and its proof is found beside it by hash", async () => {
  const { code, out } = await verify(["report.pdf", "credential.jwt"]);
  expect(out).toContain("report.pdf: valid");
  expect(out).toContain("真实有效");
  expect(out).toContain("✔ log");
  expect(code).toBe(0);
});

test("an old bundle does not bring back what a newer one at hand calls withdrawn, unless a stranger signed that one", async () => {
  const lists = async (by?: string) => {
    const newer = { set: ["revocation"], validFrom: "2026-11-25T09:00:00Z", validUntil: far } as const;
    return statusLists(by ? { ...newer, by } : newer);
  };
  put("newer.json", JSON.stringify({ ...house.trust, statusLists: await lists() }));
  put("planted.json", JSON.stringify({ ...house.trust, statusLists: await lists("did:web:stranger.example") }));
  const { out, note, code } = await verify(["report.pdf", "credential.jwt", "newer.json"]);
  expect([out.split("\n")[0]?.endsWith(": withdrawn"), code]).toEqual([true, 1]);
  expect(note).toContain("older status lists");
  expect((await verify(["report.pdf", "credential.jwt", "planted.json"])).out).toContain("report.pdf: valid");
});

test("one changed byte, a withdrawn report and an unknown signer each end with 1 and their own word", async () => {
  const changed = house.pdf.slice();
  changed[200] = (changed[200] ?? 0) ^ 1;
  put("changed.pdf", changed);
  expect(await verify(["changed.pdf", "credential.jwt"])).toMatchObject({
    code: 1,
    out: expect.stringContaining("changed.pdf: altered"),
  });
  expect(await verify(["report.pdf", "credential.jwt"], "withdrawn.json")).toMatchObject({
    code: 1,
    out: expect.stringContaining("report.pdf: withdrawn"),
  });
  expect(await verify(["report.pdf", "credential.jwt"], "strangers.json")).toMatchObject({
    code: 1,
    out: expect.stringContaining("report.pdf: unknown-signer"),
  });
});

test("without a bundle nobody is trusted, and the note says where to get one", async () => {
  const { code, out, note } = await verify(["report.pdf", "credential.jwt"], null);
  expect(code).toBe(1);
  expect(out).toContain("unknown-signer");
  expect(note).toContain("/api/public/trust");
});

test("a bundle may lie beside the file or be one of the files; the note names it and warns", async () => {
  expect(await verify(["report.pdf", "credential.jwt", "bundle.json"], null)).toMatchObject({ code: 0 });
  put("trust.json", JSON.stringify({ ...house.trust, statusLists: await statusLists({ validUntil: far }) }));
  const beside = await verify(["report.pdf", "credential.jwt"], null);
  rmSync(join(folder, "trust.json"));
  expect(beside).toMatchObject({ code: 0, note: expect.stringMatching(/trust\.json.*not from whoever sent/) });
});

test("JSON is one value with every check and its sentences", async () => {
  const { code, out } = await verify(["report.pdf", "credential.jwt"], "bundle.json", ["--json"]);
  const value = JSON.parse(out);
  expect(code).toBe(0);
  expect(value.documents).toHaveLength(1);
  expect(value.documents[0]).toMatchObject({ outcome: "valid", claims: { number: "GXT-2026-000123" } });
  expect(value.documents[0].checks[0]).toMatchObject({
    code: "signature",
    state: "ok",
    sentence: { zh: expect.any(String) },
  });
});

test("a proof that was named but is of another document is told", async () => {
  put("other.proof", await proofOf(new Uint8Array(3), house.log));
  rmSync(join(folder, "one.tlog-proof"));
  const named = await verify(["report.pdf", "credential.jwt", "other.proof"]);
  put("one.tlog-proof", house.proof);
  expect(named).toMatchObject({ code: 1, out: expect.stringContaining("not-in-log") });
});

test("several documents are each answered, and one that is bad makes the whole bad", async () => {
  put("note.txt", "hello");
  put("second.jwt", await credentialFor(house.snapshot));
  const { code, out } = await verify(["report.pdf", "credential.jwt", "second.jwt", "note.txt"]);
  expect(code).toBe(1);
  for (const name of ["report.pdf:", "  与 with credential.jwt", "second.jwt: valid", "note.txt: unreadable"]) {
    expect(out).toContain(name);
  }
});

test("a missing file, a missing bundle and no file at all are errors of usage", async () => {
  expect(await verify(["nothing.pdf"])).toMatchObject({ code: 2, note: expect.stringContaining("nothing.pdf") });
  expect(await verify(["report.pdf"], "nothing.json")).toMatchObject({ code: 2 });
  expect(await verify(["report.pdf"], "credential.jwt")).toMatchObject({ code: 2 });
  expect(await verify([])).toMatchObject({ code: 2 });
});

test("a broken bundle is refused in a sentence", async () => {
  put("broken.json", JSON.stringify({ ...house.trust, logs: ["x"] }));
  expect(await verify(["report.pdf"], "broken.json")).toMatchObject({
    code: 1,
    note: expect.stringContaining("Check the trust bundle"),
  });
});

test("a credential alone says what it is, and the name of a file steers no terminal", async () => {
  put("alone\u001b[2J.jwt", await credentialFor(house.snapshot));
  const { out } = await verify(["alone\u001b[2J.jwt"]);
  expect(out).toContain("alone‹U+001B›[2J.jwt: valid");
  expect(out).toMatch(/Conformity credential: GXT-2026-000123 · .+ · .+/);
  put("passport.jwt", await credentialFor(house.snapshot, 11, undefined, { type: ["DigitalProductPassport"] }));
  expect((await verify(["passport.jwt"])).out).toContain("Not a conformity credential but DigitalProductPassport");
});

test("a contradiction names the place and both values", async () => {
  put("other.jwt", await credentialFor(house.snapshot, 11, undefined, { name: "Other" }));
  expect(await verify(["report.pdf", "other.jwt"])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/: contradiction[\s\S]*≠ \/name: ".+" ≠ "Other"/),
  });
});
