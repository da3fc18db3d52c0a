import assert from "node:assert/strict";
import { ed25519 } from "@noble/curves/ed25519.js";
import { test } from "vitest";
import { checkpointText } from "./checkpoint.ts";
import { emptyRoot, leafHash } from "./hash.ts";
import { judgeAddition, type Witnessed } from "./judge-addition.ts";
import { NOTE_TYPE, vkey } from "./key.ts";
import { type NoteSigner, signatureLine, signNote } from "./note.ts";
import { judgeByPolicy, parsePolicy } from "./policy.ts";
import { memoryTiles } from "./testing/memory-tiles.ts";
import { consistencyProof, grow, treeRoot } from "./tree.ts";
import { witnessRequest } from "./witness.ts";

const signer = (name: string, byte: number, type: NoteSigner["type"] = NOTE_TYPE.ed25519): NoteSigner => {
  const seed = new Uint8Array(32).fill(byte);
  return {
    name,
    type,
    publicKey: ed25519.getPublicKey(seed),
    sign: async (message) => ed25519.sign(message, seed),
  };
};

const log = signer("log.example/a", 1);

async function tree(words: readonly string[]) {
  const tiles = memoryTiles();
  const leaves = words.map((word) => leafHash(new TextEncoder().encode(word)));
  tiles.keep((await grow(tiles.read, 0, leaves)).tiles);
  return {
    state: async (size: number): Promise<Witnessed> => ({ size, root: await treeRoot(tiles.read, size) }),
    note: async (size: number, by = log, origin = log.name) =>
      signNote(checkpointText({ origin, size, root: await treeRoot(tiles.read, size) }), by),
    proof: (from: number, to: number) => consistencyProof(tiles.read, from, to),
  };
}

const words = Array.from({ length: 20 }, (_, n) => `entry ${n}`);

test("a witness cosigns what continues its own state, from the first contact on", async () => {
  const honest = await tree(words);
  for (const from of [0, 1, 7, 8, 20]) {
    const last = from === 0 ? undefined : await honest.state(from);
    const checkpoint = await honest.note(20);
    const body = witnessRequest({ oldSize: from, proof: await honest.proof(from, 20), checkpoint });
    const verdict = judgeAddition(body, [log], () => last);
    assert.equal(verdict.status, 200, String(from));
    assert.ok(verdict.status === 200 && checkpoint.startsWith(verdict.text));
  }
});

test("each way of asking wrongly has the status of the specification", async () => {
  const honest = await tree(words);
  const forked = await tree(words.with(3, "another"));
  const last = await honest.state(8);
  const proof = await honest.proof(8, 20);
  const status = (body: string) => judgeAddition(body, [log], () => last).status;
  const ask = async (oldSize: number, hashes: readonly Uint8Array[], note: string) =>
    status(witnessRequest({ oldSize, proof: hashes, checkpoint: note }));
  assert.equal(status(""), 400);
  assert.equal(await ask(21, [], await honest.note(20)), 400, "the old size is above the new");
  assert.equal(await ask(8, proof, await honest.note(20, signer("log.example/b", 2), "log.example/b")), 404);
  assert.equal(await ask(8, proof, await honest.note(20, signer(log.name, 3))), 403, "another key of that name");
  assert.equal(await ask(8, [], await honest.note(20)), 422, "no proof");
  assert.equal(await ask(8, proof, await forked.note(20)), 422, "a fork with the proof of the honest tree");
  assert.equal(await ask(8, await forked.proof(8, 20), await forked.note(20)), 422, "a fork with its own proof");
  assert.equal(await ask(8, proof, (await honest.note(20)).replace("\n20\n", "\n19\n")), 403, "a changed size");
});

test("a rollback and a second root of one size are conflicts", async () => {
  const honest = await tree(words);
  const forked = await tree(words.with(3, "another"));
  const last = await honest.state(8);
  const ask = async (oldSize: number, proof: readonly Uint8Array[], checkpoint: string) =>
    judgeAddition(witnessRequest({ oldSize, proof, checkpoint }), [log], () => last);
  assert.deepEqual(await ask(0, [], await honest.note(5)), { status: 409, size: 8 }, "as if it were the first time");
  assert.deepEqual(await ask(5, [], await honest.note(5)), { status: 409, size: 8 }, "back to five");
  assert.deepEqual(await ask(8, [], await forked.note(8)), { status: 409, size: null }, "equivocation");
  assert.equal((await ask(8, [], await honest.note(8))).status, 200, "the same again is cosigned again");
});

test("an empty tree has the root of nothing and no other", async () => {
  const wrong = await signNote(checkpointText({ origin: log.name, size: 0, root: leafHash(emptyRoot()) }), log);
  const right = await signNote(checkpointText({ origin: log.name, size: 0, root: emptyRoot() }), log);
  const status = (checkpoint: string) =>
    judgeAddition(witnessRequest({ oldSize: 0, proof: [], checkpoint }), [log], () => undefined).status;
  assert.equal(status(wrong), 422);
  assert.equal(status(right), 200);
});

const witnesses = ["w1", "w2", "w3"].map((name, at) => signer(`${name}.example`, 10 + at, NOTE_TYPE.cosignature));
const policyText = [
  "# Two of the three institutes, and the ministry's own or the university's",
  `log ${vkey(log)} https://log.example/a`,
  "",
  ...witnesses.map((key, at) => `witness w${at + 1} ${vkey(key)} https://w${at + 1}.example/`),
  "group pair any w1 w2",
  "group both all pair w3",
  "quorum both",
].join("\n");

test("a policy counts groups of witnesses, and only its own", async () => {
  const policy = parsePolicy(policyText);
  const honest = await tree(words);
  const note = await honest.note(20);
  const text = note.slice(0, note.indexOf("\n\n") + 1);
  const seen = async (...by: number[]) => {
    const lines = await Promise.all(by.map((at) => signatureLine(text, witnesses[at] ?? assert.fail(), 1_700_000_000)));
    return judgeByPolicy(note + lines.join(""), policy);
  };
  assert.deepEqual(await seen(1, 2), { met: true, witnesses: ["w2", "w3"], reasons: [] });
  assert.deepEqual(await seen(0, 1), { met: false, witnesses: ["w1", "w2"], reasons: ["quorum-missed"] });
  assert.deepEqual((await seen()).reasons, ["quorum-missed"]);
  const stranger = await signatureLine(text, signer("w9.example", 99, NOTE_TYPE.cosignature), 1_700_000_000);
  assert.deepEqual(judgeByPolicy(note + stranger, policy).witnesses, []);
});

test("what is no policy is refused with its line", () => {
  const [one = assert.fail(), two = assert.fail()] = witnesses;
  const w1 = `witness w1 ${vkey(one)}`;
  const bad: readonly (readonly [string, number])[] = [
    ["", 0],
    ["quorum none\nquorum none", 2],
    ["quorum w1", 1],
    [`${w1}\nwitness w1 ${vkey(two)}\nquorum none`, 2],
    [`${w1}\nwitness w2 ${vkey(one)}\nquorum none`, 2],
    [`${w1}\ngroup g 2 w1\nquorum g`, 2],
    [`${w1}\ngroup g 0 w1\nquorum g`, 2],
    [`${w1}\ngroup g any w1 w1\nquorum g`, 2],
    [`${w1}\ngroup g any w1\ngroup h any w1\nquorum h`, 3],
    ["group g any g\nquorum g", 1],
    [`witness none ${vkey(one)}\nquorum none`, 1],
    [`witness w1 ${vkey(log)}\nquorum none`, 1],
    [`log ${vkey(one)}\nquorum none`, 1],
    ["allow all\nquorum none", 1],
  ];
  for (const [text, line] of bad)
    assert.throws(() => parsePolicy(text), { code: "policy-unreadable", facts: { line } }, text);
});
