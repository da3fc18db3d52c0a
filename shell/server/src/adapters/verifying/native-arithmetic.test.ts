import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { PLAIN_ARITHMETIC } from "@quanheng/formats/signature/arithmetic.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { NATIVE_ARITHMETIC } from "./native-arithmetic.ts";

const engines = [PLAIN_ARITHMETIC, NATIVE_ARITHMETIC];
const holds = (work: () => boolean) => {
  try {
    return work();
  } catch {
    return false;
  }
};
const both = (work: (engine: (typeof engines)[number]) => boolean) =>
  engines.map((engine) => holds(() => work(engine)));

test("the published signature of RFC 8032, 7.1, test 1, holds by either arithmetic", () => {
  const key = Buffer.from("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "base64");
  const signature = Buffer.from(
    "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==",
    "base64",
  );
  expect(both((engine) => engine.ed25519(signature, new Uint8Array(), key))).toEqual([true, true]);
});

test("both agree on every signature, whole, changed, cut or of another message", () => {
  const seed = 20261125;
  process.stdout.write(`seed ${seed}\n`);
  const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max });
  fc.assert(
    fc.property(
      bytes(32, 32),
      bytes(0, 200),
      fc.nat(),
      fc.constantFrom("none", "flip", "cut", "message"),
      (raw, message, at, how) => {
        const secret = Uint8Array.from(raw, (byte, n) => (n === 0 ? (byte & 0x7f) | 1 : byte));
        const heard = how === "message" ? Uint8Array.of(...message, 1) : message;
        const spoil = (signature: Uint8Array) => {
          if (how === "cut") return signature.slice(0, -1);
          const copy = signature.slice();
          if (how === "flip") copy[at % copy.length] = copy[at % copy.length]! ^ 4;
          return copy;
        };
        const whole = how === "none";
        const ed = spoil(ed25519.sign(message, secret));
        expect(both((engine) => engine.ed25519(ed, heard, ed25519.getPublicKey(secret)))).toEqual([whole, whole]);
        const point = p256.getPublicKey(secret, false);
        for (const form of ["der", "compact"] as const) {
          const signature = spoil(p256.sign(message, secret, { format: form, lowS: at % 2 === 0 }));
          expect(both((engine) => engine.p256(signature, heard, point, form))).toEqual([whole, whole]);
        }
        expect(NATIVE_ARITHMETIC.sha256(message)).toEqual(PLAIN_ARITHMETIC.sha256(message));
      },
    ),
    { seed, numRuns: 60 },
  );
});

test("keys that are none hold nothing", () => {
  for (const key of [new Uint8Array(), new Uint8Array(31), new Uint8Array(65), new Uint8Array(65).fill(4)]) {
    expect(both((engine) => engine.ed25519(new Uint8Array(64), new Uint8Array(), key))).toEqual([false, false]);
    expect(both((engine) => engine.p256(new Uint8Array(64), new Uint8Array(), key, "compact"))).toEqual([false, false]);
  }
});
