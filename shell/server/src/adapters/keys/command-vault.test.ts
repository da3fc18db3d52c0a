import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ed25519 } from "@noble/curves/ed25519.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCommandVault } from "./command-vault.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "program-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL("./testing/key-program.ts", import.meta.url));

test("a key that only another program has signs, and nothing of it is here", async () => {
  const elsewhere = join(folder, "elsewhere");
  const vault = openCommandVault({ command: process.execPath, args: [script, elsewhere] });
  const message = new TextEncoder().encode("what is signed");
  const [key, signature] = await Promise.all([
    vault.publicKey("credential-ins-a", "ed25519"),
    vault.sign("credential-ins-a", "ed25519", message),
  ]);
  expect(ed25519.verify(signature, message, key)).toBe(true);
  expect(readdirSync(elsewhere)).toContain("credential-ins-a.ed25519.key");
  expect(readdirSync(folder)).toEqual(["elsewhere"]);
}, 20_000);

test("a program that fails, talks nonsense or is not there is named, and its words are not repeated", async () => {
  const say = (code: string) => openCommandVault({ command: process.execPath, args: ["-e", code] });
  const wrong = [
    say("process.exit(1)"),
    say("console.log('secret words')"),
    say("console.log(JSON.stringify({bytes:'AAAA'}))"),
    openCommandVault({ command: join(folder, "missing"), args: [] }),
  ];
  for (const vault of wrong) {
    const asked = vault.sign("log", "ed25519", new Uint8Array([1]));
    await expect(asked).rejects.toThrow(/no key or signature/);
    await expect(asked).rejects.not.toThrow(/secret words/);
  }
});
