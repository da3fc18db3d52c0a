import { expect, test } from "vitest";
import { readCertificate } from "../signature/certificate.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { parseVkey } from "./key.ts";
import { parseNote } from "./note.ts";
import { parseSm2Vkey, sm2SignatureLine, sm2Vkey, sm2Voice } from "./sm2-note.ts";

// The checkpoint of Tessera's test log at size 3, with its own signature.
const checkpoint =
  "example.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n" +
  "— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n";
const log = parseVkey("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

async function signed() {
  const { signer } = await demoSigner({ algorithm: "sm2-sm3" });
  const publicKey = readCertificate(signer.certificate).publicKey.slice(-65);
  const key = { name: "example.com/log/testdata", publicKey };
  const line = await sm2SignatureLine(parseNote(checkpoint).text, { ...key, sign: signer.sign });
  return { key, note: `${checkpoint}${line}` };
}

test("a checkpoint with an SM2 line beside stays what it was to all who do not know it", async () => {
  const { note } = await signed();
  const verdict = openCheckpoint(note, { logs: [log], witnesses: [], quorum: 0 });
  expect(verdict).toMatchObject({ trusted: true, reasons: [], checkpoint: { size: 3 } });
});

test("who knows the key hears it hold, and hears a changed size", async () => {
  const { key, note } = await signed();
  expect(sm2Voice(parseNote(note), key)).toBe("holds");
  expect(sm2Voice(parseNote(note.replace("\n3\n", "\n4\n")), key)).toBe("wrong");
  expect(sm2Voice(parseNote(checkpoint), key)).toBe("silent");
});

test("the key is one word, and another id, type or length is none", async () => {
  const { key } = await signed();
  const word = sm2Vkey(key);
  expect(parseSm2Vkey(word)).toEqual(key);
  for (const bad of [word.replace(/\+[0-9a-f]{8}\+/, "+00000000+"), `${word}AAAA`, word.slice(0, -4)]) {
    expect(() => parseSm2Vkey(bad)).toThrow("note-key-unreadable");
  }
  expect(() => parseVkey(word)).toThrow("note-key-unreadable");
});
