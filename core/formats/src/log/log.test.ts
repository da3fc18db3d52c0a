import assert from "node:assert/strict";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { test } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "../bytes/base64.ts";
import { checkpointText, openCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import { entryBytes, type LogEntry, readEntry } from "./entry.ts";
import { emptyRoot, leafHash, rootOver } from "./hash.ts";
import { keyId, NOTE_TYPE, parseVkey, vkey } from "./key.ts";
import { consistent, included, inclusionRoot } from "./merkle-proof.ts";
import { noteVoices, parseNote, signatureLine, signNote } from "./note.ts";
import { formatLogProof, judgeLogProof, parseLogProof } from "./proof-file.ts";
import { memoryTiles } from "./testing/memory-tiles.ts";
import { entryBundle, parseTilePath, readEntryBundle, tilePath, tilesOfSize } from "./tile.ts";
import { consistencyProof, grow, inclusionProof, treeRoot } from "./tree.ts";
import { parseWitnessRequest, witnessRequest } from "./witness.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const b64 = (text: string) => fromBase64(text) ?? assert.fail(`not base64: ${text}`);

// transparency-dev/merkle, testonly/constants.go: eight leaves and the first bytes of the roots over the first n.
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = ["6e340b9c", "fac54203", "aeb6bcfe", "d37ee418", "4e3bbb1f", "76e67dad", "ddb89be4", "5dc9da79"];

// The Tessera test log (transparency-dev/tessera, testdata/log).
const TESSERA = {
  vkey: "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
  entries: "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" "),
  root3: "Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=",
  root15: "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=",
  line3:
    "— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n",
  proof1of3: ["0Nc2CrefWKseHj/mStd+LqC8B+NrX0btIiPt2SmN+ek=", "Zx8UbF5HHooag6PCFM5LqQe486WIjRTMjNPOdbsS75Q="],
};
const text3 = `example.com/log/testdata\n3\n${TESSERA.root3}\n`;
const signed3 = `${text3}\n${TESSERA.line3}`;

const tessera = async (count: number) => {
  const tiles = memoryTiles();
  const growth = await grow(tiles.read, 0, TESSERA.entries.slice(0, count).map(utf8).map(leafHash));
  tiles.keep(growth.tiles);
  return { tiles, growth };
};

test("the empty tree has the hash of nothing", () => {
  assert.equal(bytesToHex(emptyRoot()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("the eight published leaves have the published roots, built at once and leaf by leaf", async () => {
  const leaves = LEAVES.map((leaf) => leafHash(hexToBytes(leaf)));
  const tiles = memoryTiles();
  for (let n = 1; n <= 8; n++) {
    assert.equal(bytesToHex(rootOver(leaves.slice(0, n))).slice(0, 8), ROOTS[n - 1]);
    const growth = await grow(tiles.read, n - 1, leaves.slice(n - 1, n));
    tiles.keep(growth.tiles);
    assert.equal(bytesToHex(growth.root).slice(0, 8), ROOTS[n - 1]);
  }
});

test("the Tessera log's roots, bundle and proof are reproduced byte for byte", async () => {
  const { tiles, growth } = await tessera(15);
  assert.equal(toBase64(growth.root), TESSERA.root15);
  assert.equal(toBase64(await treeRoot(tiles.read, 3)), TESSERA.root3);
  const bundle = entryBundle(TESSERA.entries.slice(0, 3).map(utf8));
  assert.equal(bytesToHex(bundle), "00036f6e65000374776f00057468726565");
  assert.deepEqual(
    readEntryBundle(bundle).map((entry) => new TextDecoder().decode(entry)),
    ["one", "two", "three"],
  );
  assert.deepEqual((await inclusionProof(tiles.read, 1, 3)).map(toBase64), TESSERA.proof1of3);
  assert.ok(included(utf8("two"), 1, 3, TESSERA.proof1of3.map(b64), b64(TESSERA.root3)));
});

test("the published note opens with its key, and only with it", () => {
  const key = parseVkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  const text = "This is an example message.\n";
  const line =
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  const note = parseNote(`${text}\n${line}`);
  assert.equal(note.text, text);
  assert.deepEqual(
    noteVoices(note, [key]).map(({ holds }) => holds),
    [true],
  );
  assert.deepEqual(noteVoices(note, [{ ...key, name: "example.com/bar" }]), []);
  assert.deepEqual(
    noteVoices({ ...note, text: "This is another message.\n" }, [key]).map(({ holds }) => holds),
    [false],
  );
  assert.equal(vkey(key), "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
});

test("the Tessera checkpoint is trusted under its own key; a changed size or an unknown log is not", () => {
  const logs = [parseVkey(TESSERA.vkey)];
  const trust = { logs, witnesses: [], quorum: 0 };
  const verdict = openCheckpoint(signed3, trust);
  assert.equal(verdict.trusted, true);
  assert.deepEqual(verdict.checkpoint.size, 3);
  assert.deepEqual(openCheckpoint(signed3.replace("\n3\n", "\n4\n"), trust).reasons, ["log-signature-wrong"]);
  assert.deepEqual(openCheckpoint(signed3, { ...trust, logs: [] }).reasons, ["log-unknown"]);
  assert.deepEqual(openCheckpoint(signed3, { ...trust, quorum: 1 }).reasons, ["witnesses-missing"]);
});

test("a key may not speak for a log of another name", async () => {
  const seed = new Uint8Array(32).fill(7);
  const signer = {
    name: "log.example/a",
    type: NOTE_TYPE.ed25519,
    publicKey: ed25519.getPublicKey(seed),
    sign: async (message: Uint8Array) => ed25519.sign(message, seed),
  };
  const forged = await signNote(checkpointText({ origin: "log.example/b", size: 0, root: emptyRoot() }), signer);
  assert.deepEqual(openCheckpoint(forged, { logs: [signer], witnesses: [], quorum: 0 }).reasons, ["log-unknown"]);
});

test("the published cosignature is reproduced from the seed of RFC 8032, test 1, and counts as a witness", async () => {
  const seed = hexToBytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  const signer = {
    name: "witness.example/w1",
    type: NOTE_TYPE.cosignature,
    publicKey: ed25519.getPublicKey(seed),
    sign: async (message: Uint8Array) => ed25519.sign(message, seed),
  };
  assert.equal(vkey(signer), "witness.example/w1+eb762cc2+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
  assert.equal(bytesToHex(keyId(signer)), "eb762cc2");
  const line = await signatureLine(text3, signer, 1679315147);
  assert.equal(
    line,
    "— witness.example/w1 63YswgAAAABkGFDLNeYncAMqH80x7AehXYiVPDba4F4azi2TLrEjamY1gsIdbV7iKVlSAyScXCApwdGx4GJCILHliePu2vnUbSfZDA==\n",
  );
  const trust = { logs: [parseVkey(TESSERA.vkey)], witnesses: [signer], quorum: 1 };
  const verdict = openCheckpoint(signed3 + line, trust);
  assert.equal(verdict.trusted, true);
  assert.deepEqual(verdict.witnesses, [{ name: "witness.example/w1", timeS: 1679315147 }]);
});

test("a signature of an unknown type beside ours changes nothing", () => {
  const sm2 = `— example.com/log/testdata ${toBase64(Uint8Array.of(1, 2, 3, 4, 5, 6))}\n`;
  const trust = { logs: [parseVkey(TESSERA.vkey)], witnesses: [], quorum: 0 };
  assert.equal(openCheckpoint(signed3 + sm2, trust).trusted, true);
});

test("malformed notes, checkpoints and keys are refused", () => {
  const notes = [
    "",
    "\n\n",
    "text\n",
    "text\n\n",
    "text\n\n— a AAAAAAA\n",
    signed3.slice(0, -1),
    `a\u0000\n\n${TESSERA.line3}`,
  ];
  for (const note of notes) assert.throws(() => parseNote(note), { code: "note-unreadable" }, JSON.stringify(note));
  const bad = [
    "a\n03\nAAAA\n",
    "a\n3\nAAAA\n",
    `a\n-1\n${TESSERA.root3}\n`,
    `\n3\n${TESSERA.root3}\n`,
    `a\n3\n${TESSERA.root3}`,
  ];
  for (const text of bad) assert.throws(() => parseCheckpoint(text), { code: "checkpoint-unreadable" }, text);
  const keys = ["", TESSERA.vkey.replace("33d7", "33d8"), TESSERA.vkey.replace("+AeH", "+BeH"), `a b${TESSERA.vkey}`];
  for (const key of keys) assert.throws(() => parseVkey(key), { code: "note-key-unreadable" }, key);
});

test("tile paths are those of the specification, and each has one spelling", () => {
  assert.equal(tilePath({ level: 0, tile: 1234067, width: 256 }), "tile/0/x001/x234/067");
  assert.equal(tilePath({ level: 0, tile: 0, width: 256 }), "tile/0/000");
  assert.equal(tilePath({ level: "entries", tile: 273, width: 112 }), "tile/entries/273.p/112");
  for (const path of ["tile/0/x001/x234/067", "tile/63/000.p/1", "tile/entries/999.p/255"]) {
    assert.equal(tilePath(parseTilePath(path) ?? assert.fail(path)), path);
  }
  const none = [
    "tile/0/00",
    "tile/0/x000/001",
    "tile/64/000",
    "tile/00/000",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000/",
    "../x",
  ];
  for (const path of none) assert.equal(parseTilePath(path), undefined, path);
});

test("a tree of 70 000 serves 273 full tiles and .p/112, then 1 and .p/17, then .p/1", () => {
  const rows = Map.groupBy(tilesOfSize(70_000), ({ level }) => level);
  const shape = (level: number) => rows.get(level)?.map(({ width }) => width) ?? [];
  assert.deepEqual([shape(0).length, shape(0).at(-1)], [274, 112]);
  assert.deepEqual(shape(1), [256, 17]);
  assert.deepEqual(shape(2), [1]);
  assert.equal(rows.get("entries")?.length, 274);
  assert.deepEqual(tilesOfSize(256).map(tilePath), ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
});

test("whatever the sizes, proofs from tiles hold and no other size, index or leaf passes with them", async () => {
  const count = 70_000;
  const leaves = Array.from({ length: count }, (_, n) => leafHash(utf8(String(n))));
  const tiles = memoryTiles();
  let size = 0;
  for (const batch of [1, 2, 253, 1, 500, 65_536, 3707]) {
    tiles.keep((await grow(tiles.read, size, leaves.slice(size, size + batch))).tiles);
    size += batch;
  }
  assert.equal(size, count);
  assert.deepEqual(await treeRoot(tiles.read, count), rootOver(leaves));
  const seed = 20261125;
  const sizes = fc.tuple(fc.integer({ min: 1, max: count }), fc.integer({ min: 1, max: count }), fc.nat(count - 1));
  await fc.assert(
    fc.asyncProperty(sizes, async ([one, other, pick]) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const index = pick % to;
      const [rootFrom, rootTo] = [await treeRoot(tiles.read, from), await treeRoot(tiles.read, to)];
      const proof = await inclusionProof(tiles.read, index, to);
      const leaf = leaves[index] ?? assert.fail();
      assert.deepEqual(inclusionRoot(leaf, index, to, proof), rootTo);
      assert.notDeepEqual(inclusionRoot(leafHash(utf8("other")), index, to, proof), rootTo);
      if (to > 1) assert.notDeepEqual(inclusionRoot(leaf, (index + 1) % to, to, proof), rootTo);
      assert.equal(inclusionRoot(leaf, index, to, [...proof, rootTo]), undefined);
      const path = await consistencyProof(tiles.read, from, to);
      assert.ok(consistent({ size: from, root: rootFrom }, { size: to, root: rootTo }, path));
      if (from !== to) assert.ok(!consistent({ size: from, root: rootTo }, { size: to, root: rootTo }, path));
    }),
    { seed, numRuns: 200 },
  );
});

test("a proof file travels with its entry and is judged offline", async () => {
  const { tiles } = await tessera(15);
  const proof = { index: 1, hashes: await inclusionProof(tiles.read, 1, 3), checkpoint: signed3, extra: utf8("two") };
  const text = formatLogProof(proof);
  assert.deepEqual(parseLogProof(text), proof);
  assert.ok(text.startsWith("c2sp.org/tlog-proof@v1\nextra dHdv\nindex 1\n0Nc2"));
  const trust = { logs: [parseVkey(TESSERA.vkey)], witnesses: [], quorum: 0 };
  assert.deepEqual(judgeLogProof(parseLogProof(text), utf8("two"), trust).included, true);
  assert.deepEqual(judgeLogProof(parseLogProof(text), utf8("too"), trust).included, false);
  assert.deepEqual(judgeLogProof({ ...proof, index: 2 }, utf8("two"), trust).included, false);
});

test("malformed proof files are refused", () => {
  const good = formatLogProof({ index: 1, hashes: TESSERA.proof1of3.map(b64), checkpoint: signed3, extra: null });
  const bad = [
    "",
    good.replace("@v1", "@v2"),
    good.replace("index 1", "index 01"),
    good.replace("index 1", "index"),
    good.replace("0Nc2", "0Nc"),
    good.replace("index 1", "extra ???\nindex 1"),
    good.split("\n\n")[0] ?? "",
  ];
  for (const text of bad) assert.throws(() => parseLogProof(text), { code: "proof-unreadable" }, text.slice(0, 60));
});

const ISSUE: LogEntry = {
  v: 1,
  event: "issue",
  id: "https://qi.example/253/9521234500018A",
  type: "testing",
  issuer: "did:web:qi.example",
  issued: "2026-11-25T08:00:00Z",
  docs: [{ mt: "application/pdf", sha256: "00".repeat(32) }],
};

test("an entry has one spelling: keys sorted, nothing between them", () => {
  const bytes = entryBytes(ISSUE);
  assert.equal(
    new TextDecoder().decode(bytes),
    `{"docs":[{"mt":"application/pdf","sha256":"${"00".repeat(32)}"}],"event":"issue","id":"https://qi.example/253/9521234500018A","issued":"2026-11-25T08:00:00Z","issuer":"did:web:qi.example","type":"testing","v":1}`,
  );
  assert.deepEqual(readEntry(bytes), ISSUE);
  assert.equal(readEntry(utf8(JSON.stringify(ISSUE))), undefined, "another order of keys is another entry");
  assert.equal(readEntry(utf8("null")), undefined);
  assert.equal(readEntry(Uint8Array.of(0xff)), undefined);
});

test("base64 has one spelling, with and without padding", () => {
  // RFC 4648, 10
  for (const [text, encoded] of [
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foobar", "Zm9vYmFy"],
  ] as const) {
    assert.equal(toBase64(utf8(text)), encoded);
    assert.deepEqual(fromBase64(encoded), utf8(text));
    assert.deepEqual(fromBase64Url(toBase64Url(utf8(text))), utf8(text));
  }
  for (const bad of ["Zg", "Zh==", "Zg=", "Z===", "Zm9v\n", "Zm9-", "Zm=v"])
    assert.equal(fromBase64(bad), undefined, bad);
});

test("a witness is asked with the size it knows, the proof from there and the checkpoint", async () => {
  const { tiles } = await tessera(3);
  const request = { oldSize: 1, proof: await consistencyProof(tiles.read, 1, 3), checkpoint: signed3 };
  const body = witnessRequest(request);
  // From one leaf the proof is its sibling, which is SHA-256(0x00 ‖ "two"), and then the third leaf.
  assert.equal(body.split("\n")[1], toBase64(leafHash(utf8("two"))));
  assert.ok(body.startsWith("old 1\n") && body.endsWith(`\n\n${signed3}`));
  assert.deepEqual(parseWitnessRequest(body), request);
  assert.equal(witnessRequest({ oldSize: 0, proof: [], checkpoint: signed3 }), `old 0\n\n${signed3}`);
  for (const bad of ["", "old 01\n\n", "old 1\nAAAA\n\n", "size 1\n\n"]) {
    assert.throws(() => parseWitnessRequest(bad), { code: "proof-unreadable" }, bad);
  }
});
