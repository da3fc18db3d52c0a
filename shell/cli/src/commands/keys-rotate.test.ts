import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKeyStore } from "@quanheng/server/adapters/keys/key-store.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rotate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function quanheng(...words: string[]) {
  const [out, notes]: [string[], string[]] = [[], []];
  const env = { QUANHENG_DATA: folder, LANG: "en_GB.UTF-8" };
  const code = await dispatch(words, { env, out: (line) => out.push(line), note: (line) => notes.push(line) });
  return { code, out: out.join("\n"), notes: notes.join("\n") };
}

test("keys are listed, changed and listed again; a running store signs with the new one", async () => {
  expect((await quanheng("keys", "list")).out).toContain("no keys");
  const now = () => new Date();
  const keys = openKeyStore({ folder: join(folder, "keys"), passphrase: null, demonstration: true, now });
  const institution = { id: "ins-abcd", name: { zh: "中心", en: "Centre" } };
  const before = await keys.signerOf(institution);
  expect((await quanheng("keys", "list")).out).toBe("document-ins-abcd\tsigns");
  expect(await quanheng("keys", "rotate", "document-ins-abcd")).toMatchObject({ code: 0 });
  expect((await quanheng("keys", "list")).out).toMatch(
    /^document-ins-abcd\tsigned until .*\ndocument-ins-abcd--2\tsigns$/,
  );
  expect((await keys.signerOf(institution)).certificate).not.toEqual(before.certificate);
  const { out } = await quanheng("keys", "list", "--json");
  expect(JSON.parse(out).keys).toHaveLength(2);
});

test("another key, one that is no key, and an instant to come are refused with what to do", async () => {
  for (const key of ["log", "authority", "document-ins-none", "document-../x", "document-ins-a--2"]) {
    expect(await quanheng("keys", "rotate", key)).toMatchObject({ code: 2 });
  }
  const now = () => new Date();
  await openKeyStore({ folder: join(folder, "keys"), passphrase: null, demonstration: true, now }).credentialSignerOf(
    "ins-a",
  );
  for (const instant of ["yesterday", "2999-01-01T00:00:00Z"]) {
    const { code, notes } = await quanheng("keys", "rotate", "credential-ins-a", "--compromised", instant);
    expect([code, notes]).toEqual([2, expect.stringContaining("has passed")]);
  }
});
