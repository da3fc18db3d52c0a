import { deflateRawSync } from "node:zlib";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { beforeAll, expect, test } from "vitest";
import { crc32 } from "../credential/crc32.ts";
import { signedDccOfSnapshot } from "../dcc/from-report.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { gather, judgeFiles, type NamedFile } from "./gather.ts";
import { issued } from "./testing/demo-house.ts";
import { readTrust } from "./trust.ts";
import { unzip } from "./unzip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const NOW = "2026-11-26T00:00:00Z";
type House = Awaited<ReturnType<typeof issued>>;

let house: House;
let other: House;
let files: Record<"pdf" | "dcc" | "jwt" | "proof", NamedFile>;
beforeAll(async () => {
  house = await issued();
  other = await issued(reportSnapshot({ ...sampleFacts, number: "GXT-2026-000999" }));
  const { signer } = await demoSigner();
  files = {
    pdf: { name: "a.pdf", bytes: house.pdf },
    dcc: {
      name: "a.xml",
      bytes: bytes(await signedDccOfSnapshot(house.snapshot, { softwareVersion: "0.1.0" }, signer)),
    },
    jwt: { name: "a.jwt", bytes: bytes(house.credential) },
    proof: { name: "a.tlog-proof", bytes: bytes(house.proof) },
  };
});

const judge = (given: readonly NamedFile[]) => judgeFiles(given, { trust: readTrust(house.trust), now: NOW });
const names = (given: readonly NamedFile[]) => gather(given).map((statement) => statement.names);

/** A ZIP as `zip` writes it: local headers with data, then the directory. */
function zipOf(entries: readonly NamedFile[], deflated = true): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes: plain } of entries) {
    const data = deflated ? new Uint8Array(deflateRawSync(plain)) : plain;
    const head = new Uint8Array(46);
    const view = new DataView(head.buffer);
    view.setUint16(10, deflated ? 8 : 0, true);
    view.setUint32(16, crc32(plain), true);
    view.setUint32(20, data.length, true);
    view.setUint32(24, plain.length, true);
    view.setUint16(28, name.length, true);
    view.setUint32(42, at, true);
    const local = new Uint8Array(30);
    new DataView(local.buffer).setUint32(0, 0x04034b50, true);
    local.set(head.subarray(8, 30), 6);
    new DataView(local.buffer).setUint16(28, 0, true);
    view.setUint32(0, 0x02014b50, true);
    directory.push(head, bytes(name));
    parts.push(local, bytes(name), data);
    at += local.length + name.length + data.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(16, at, true);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

test("report, certificate, credential and proof are one statement in whatever order, also from an archive", () => {
  const all = [files.proof, files.jwt, files.dcc, files.pdf];
  expect(names(all)).toEqual([["a.pdf", "a.xml", "a.jwt", "a.tlog-proof"]]);
  expect(judge(all)).toMatchObject({ outcome: "valid" });
  for (const deflated of [true, false]) {
    const zip = { name: "all.zip", bytes: zipOf(all, deflated) };
    expect(judge([zip])).toMatchObject({
      outcome: "valid",
      statements: [{ names: ["a.pdf", "a.xml", "a.jwt", "a.tlog-proof"] }],
    });
  }
});

test("of several reports each takes its own certificate, credential and proof", () => {
  const second = [
    { name: "b.pdf", bytes: other.pdf },
    { name: "b.jwt", bytes: bytes(other.credential) },
    { name: "b.proof", bytes: bytes(other.proof) },
  ];
  const given = [...second.toReversed(), files.pdf, files.jwt, files.dcc, files.proof];
  expect(names(given).toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1))).toEqual([
    ["a.pdf", "a.xml", "a.jwt", "a.tlog-proof"],
    ["b.pdf", "b.jwt", "b.proof"],
  ]);
  expect(judge(given).outcome).toBe("valid");
});

test("two parts that do not belong together are judged together, and the whole is as bad as its worst part", () => {
  expect(judge([files.pdf, { name: "b.jwt", bytes: bytes(other.credential) }]).outcome).toBe("contradiction");
  const note = { name: "note.txt", bytes: bytes("hello") };
  expect(judge([files.pdf, files.jwt, note])).toMatchObject({
    outcome: "unreadable",
    statements: [{}, { names: ["note.txt"] }],
  });
});

test("a damaged, bomb-like or nested archive is a stranger, never an exception", () => {
  const zip = zipOf([files.jwt]);
  for (let at = 0; at < zip.length; at += 7) {
    const flipped = zip.slice();
    flipped[at] = flipped[at]! ^ 0xff;
    const inside = unzip(flipped);
    if (inside?.[0]?.name === "a.jwt") expect(inside[0].bytes).toEqual(files.jwt.bytes);
  }
  expect(
    unzip(zipOf(Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, bytes: new Uint8Array() })))),
  ).toBeUndefined();
  expect(unzip(zipOf([1, 2].map((n) => ({ name: `${n}`, bytes: new Uint8Array(40 * 1024 * 1024) }))))).toBeUndefined();
  expect(judge([{ name: "z.zip", bytes: zip.slice(0, -9) }]).outcome).toBe("unreadable");
  const nested = { name: "outer.zip", bytes: zipOf([{ name: "inner.zip", bytes: zip }]) };
  expect(names([nested])).toEqual([["inner.zip"]]);
});
