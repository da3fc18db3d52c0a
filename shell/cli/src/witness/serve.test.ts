import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkpointText, openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { leafHash, rootOver } from "@quanheng/formats/log/hash.ts";
import { NOTE_TYPE } from "@quanheng/formats/log/key.ts";
import { signNote } from "@quanheng/formats/log/note.ts";
import { memoryTiles } from "@quanheng/formats/log/testing/memory-tiles.ts";
import { consistencyProof, grow } from "@quanheng/formats/log/tree.ts";
import { witnessRequest } from "@quanheng/formats/log/witness.ts";
import { key as keyOf } from "@quanheng/formats/verify/testing/demo-house.ts";
import { expect, onTestFinished, test } from "vitest";
import { logPath } from "./log-path.ts";
import { openWitness, type WitnessParts, witnessServer } from "./serve.ts";
import { openWitnessState, type WitnessState } from "./state.ts";

const log = { name: "qi.example/log", type: NOTE_TYPE.ed25519, ...keyOf(7) };
const self = { name: "witness.example/w1", type: NOTE_TYPE.cosignature, ...keyOf(8) };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "quanheng-witness-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function partsIn(state: WitnessState, clock: { now: string } = { now: "2026-11-25T08:00:00Z" }): WitnessParts {
  return { logs: [log], signer: self, state, now: () => new Date(clock.now), tell: () => {} };
}

async function history(word: string) {
  const leaves = Array.from({ length: 9 }, (_, n) => leafHash(new TextEncoder().encode(`${word} ${n}`)));
  const tiles = memoryTiles();
  tiles.keep((await grow(tiles.read, 0, leaves)).tiles);
  return async (oldSize: number, size: number) => {
    const root = rootOver(leaves.slice(0, size));
    const checkpoint = await signNote(checkpointText({ origin: log.name, size, root }), log);
    const proof = oldSize > size ? [] : await consistencyProof(tiles.read, oldSize, size);
    return witnessRequest({ oldSize, proof, checkpoint });
  };
}

test("over HTTP it cosigns, says what it saw last, and shows it to monitors", async () => {
  const state = openWitnessState(newFolder(), [log], self);
  const server = witnessServer(partsIn(state));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (body: string) => fetch(`${address}/add-checkpoint`, { method: "POST", body });
  const ask = await history("entry");

  const first = await post(await ask(0, 5));
  expect(first.status).toBe(200);
  expect(await first.text()).toMatch(/^— witness\.example\/w1 /);
  const behind = await post(await ask(0, 9));
  expect([behind.status, behind.headers.get("content-type"), await behind.text()]).toEqual([
    409,
    "text/x.tlog.size",
    "5\n",
  ]);
  expect((await post(await ask(5, 9))).status).toBe(200);
  const seen = await (await fetch(`${address}/${logPath(log.name)}/checkpoint`)).text();
  expect(openCheckpoint(seen, { logs: [log], witnesses: [self], quorum: 1 })).toMatchObject({
    trusted: true,
    checkpoint: { size: 9 },
  });
  expect((await fetch(`${address}/${logPath("other.example")}/checkpoint`)).status).toBe(404);
  expect((await fetch(`${address}/add-checkpoint`)).status).toBe(405);
  expect((await post("x".repeat(70_000))).status).toBe(413);
  expect((await post("")).status).toBe(400);
});

test("after a restart it still refuses a rollback and another history", async () => {
  const folder = newFolder();
  const before = openWitnessState(folder, [log], self);
  const [honest, other] = [await history("entry"), await history("other")];
  expect((await openWitness(partsIn(before))(await honest(0, 5))).status).toBe(200);
  before.close();

  const add = openWitness(partsIn(openWitnessState(folder, [log], self)));
  expect(await add(await honest(0, 3))).toMatchObject({ status: 409, body: "5\n" });
  expect(await add(await other(0, 5))).toMatchObject({ status: 409, body: "5\n" });
  expect(await add(await other(5, 5))).toMatchObject({ status: 409, type: "text/plain; charset=utf-8" });
  expect((await add(await other(5, 9))).status).toBe(422);
  expect((await add(await honest(5, 9))).status).toBe(200);
});

test("of two histories that are handed in at once it cosigns one", async () => {
  const add = openWitness(partsIn(openWitnessState(newFolder(), [log], self)));
  const [one, other] = [await history("one"), await history("other")];
  const replies = await Promise.all([add(await one(0, 9)), add(await other(0, 9))]);
  expect(replies.map(({ status }) => status)).toEqual([200, 409]);
});

test("nothing is cosigned that the disk does not keep", async () => {
  const state = openWitnessState(newFolder(), [log], self);
  const full = {
    ...state,
    keep: () => {
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    },
  };
  const ask = await history("entry");
  await expect(openWitness(partsIn(full))(await ask(0, 5))).rejects.toThrow("no space left");
  expect(state.last(log.name)).toBeUndefined();
  expect((await openWitness(partsIn(state))(await ask(0, 5))).status).toBe(200);
});

test("a memory that somebody changed is not taken for no memory", async () => {
  const folder = newFolder();
  const state = openWitnessState(folder, [log], self);
  const ask = await history("entry");
  await openWitness(partsIn(state))(await ask(0, 5));
  expect(readdirSync(folder).toSorted()).toEqual([logPath(log.name), "witness.pid"].toSorted());
  writeFileSync(join(folder, logPath(log.name)), "");
  await expect(openWitness(partsIn(state))(await ask(0, 9))).rejects.toMatchObject({ code: "note-unreadable" });
});

test("a clock that goes back does not date the later state before the earlier", async () => {
  const clock = { now: "2026-11-25T08:00:00Z" };
  const state = openWitnessState(newFolder(), [log], self);
  const add = openWitness(partsIn(state, clock));
  const ask = await history("entry");
  await add(await ask(0, 5));
  clock.now = "2020-01-01T00:00:00Z";
  await add(await ask(5, 9));
  expect(state.last(log.name)).toMatchObject({
    checkpoint: { size: 9 },
    timeS: Date.parse("2026-11-25T08:00:00Z") / 1000,
  });
});

test("two processes do not share one memory", () => {
  const folder = newFolder();
  openWitnessState(folder, [log], self);
  // The parent of the test runs as long as the test does.
  writeFileSync(join(folder, "witness.pid"), String(process.ppid));
  expect(() => openWitnessState(folder, [log], self)).toThrow(/is using/);
});
