import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { openObjectStore } from "./object-store.ts";

const folder = await mkdtemp(join(tmpdir(), "quanheng-objects-"));
afterAll(() => rm(folder, { recursive: true }));
const store = await openObjectStore(folder);

async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
  for (let chunk = 0; chunk < count; chunk++) yield new Uint8Array(size).fill(chunk);
}

// FIPS 180-4, example of SHA-256 for the message "abc".
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

test("an object is named by the SHA-256 of its bytes and stored once", async () => {
  expect(await store.put(Buffer.from("abc"), 10)).toEqual({ sha256: ABC, size: 3 });
  expect(await store.put(Buffer.from("abc"), 10)).toEqual({ sha256: ABC, size: 3 });
  expect(await store.has(ABC)).toBe(true);
  expect(await text(store.open(ABC))).toBe("abc");
  expect((await store.read(ABC)).toString()).toBe("abc");
  expect(await readdir(join(folder, "ba"))).toEqual([ABC]);
});

test("exactly the limit is accepted, one byte more is refused with the limit, and nothing of it stays", async () => {
  expect((await store.put(chunks(2, 512 * 1024), 1024 * 1024)).size).toBe(1024 * 1024);
  await expect(store.put(chunks(2, 512 * 1024), 1024 * 1024 - 1)).rejects.toMatchObject({
    code: "too-large",
    facts: { limit: "1023 KB" },
  });
  await expect(store.put(chunks(400, 64 * 1024), 20 * 1024 * 1024)).rejects.toMatchObject({
    code: "too-large",
    facts: { limit: "20 MB" },
  });
  expect(await readdir(join(folder, "incoming"))).toEqual([]);
});

test("a stream that breaks leaves nothing, and the next start drops what a killed one left", async () => {
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("half");
    throw new Error("connection lost");
  }
  await expect(store.put(breaking(), 100)).rejects.toThrow("connection lost");
  expect(await readdir(join(folder, "incoming"))).toEqual([]);
  await writeFile(join(folder, "incoming", "left"), "half");
  await openObjectStore(folder);
  expect(await readdir(join(folder, "incoming"))).toEqual([]);
});

test("bytes that no longer match their name are not handed out as whole", async () => {
  const { sha256 } = await store.put(Buffer.from("true"), 10);
  await writeFile(join(folder, sha256.slice(0, 2), sha256), "fake");
  await expect(store.read(sha256)).rejects.toThrow("damaged");
});

test("a name that is no hash never becomes a path", async () => {
  expect(() => store.open("../../etc/passwd")).toThrow("named by its SHA-256");
  await expect(store.has("..")).rejects.toThrow("named by its SHA-256");
});
