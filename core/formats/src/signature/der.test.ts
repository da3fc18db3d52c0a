import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { children, oidOf, readDer } from "./der.ts";
import { element, oid, sequence, setOf } from "./der-write.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replace(/ /g, ""), "hex"));

test("object identifiers as in ITU-T X.690, 8.19.5 and in common use", () => {
  const known = {
    "2.100.3": "06 03 81 34 03",
    "1.2.840.113549.1.7.2": "06 09 2a 86 48 86 f7 0d 01 07 02",
    "1.3.101.112": "06 03 2b 65 70",
  };
  for (const [dotted, hex] of Object.entries(known)) {
    expect(oidOf(readDer(bytes(hex)))).toBe(dotted);
    expect(oid(dotted)).toEqual(bytes(hex));
  }
});

test("only the one DER encoding is read: no long forms of short lengths, no indefinite ones, nothing after", () => {
  for (const hex of [
    "04 81 01 00",
    `04 82 00 80${"00".repeat(128)}`,
    "30 80 00 00",
    "04 02 00",
    "04 01 00 00",
    "1f 01 00",
    "04 85 00 00 00 00 01 00",
    "",
  ]) {
    expect(() => readDer(bytes(hex))).toThrow(Refusal);
  }
  for (const hex of ["06 01 80", "06 00", "06 02 80 01", "06 0a 2a ff ff ff ff ff ff ff ff 7f"]) {
    expect(() => oidOf(readDer(bytes(hex)))).toThrow(Refusal);
  }
});

test("lengths of one, two and three bytes are written and read back", () => {
  for (const size of [0, 127, 128, 255, 256, 65_535, 65_536]) {
    const whole = sequence(element(0x04, new Uint8Array(size)));
    expect(children(readDer(whole))[0]?.content.length).toBe(size);
  }
});

test("members of a set stand in the order of their bytes", () => {
  expect(setOf(bytes("02 01 05"), bytes("02 01 01"), bytes("01 01 ff"))).toEqual(
    bytes("31 09 01 01 ff 02 01 01 02 01 05"),
  );
});
