import { randomBytes } from "node:crypto";
import { sm2Holds, sm2SignatureDer } from "@quanheng/formats/signature/sm2.ts";
import { expect, test } from "vitest";
import { sm2PublicKey, sm2SecretFrom, sm2Sign } from "./sm2-sign.ts";

test("the public key of 1 is the base point of the standard", () => {
  const secret = new Uint8Array(32);
  secret[31] = 1;
  // GB/T 32918.5-2017, annex A.
  expect(Buffer.from(sm2PublicKey(secret)).toString("hex")).toBe(
    "0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0",
  );
});

test("what is signed holds for another's arithmetic, the same each time, and for no other message", () => {
  const random = randomBytes(40);
  console.info(`seed ${random.toString("hex")}`);
  const secret = sm2SecretFrom(random);
  const key = sm2PublicKey(secret);
  for (const text of ["", "a", "权衡".repeat(100)]) {
    const message = new TextEncoder().encode(text);
    const signature = sm2Sign(message, secret);
    expect(sm2Sign(message, secret)).toEqual(signature);
    expect(sm2Holds(key, message, sm2SignatureDer(signature))).toBe(true);
    expect(sm2Holds(key, new TextEncoder().encode(`${text}.`), sm2SignatureDer(signature))).toBe(false);
  }
});
