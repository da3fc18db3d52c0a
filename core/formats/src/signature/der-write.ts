import { invariant } from "@quanheng/kernel/refusal.ts";
import { TAG } from "./der.ts";

/**
 * Joins byte strings.
 *
 * @example joined([new Uint8Array([1]), new Uint8Array([2, 3])]) // → [1, 2, 3] (one behind the other)
 * @source ours: plumbing of DER
 */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/**
 * One element with its header, with the shortest length.
 *
 * @example element(2, new Uint8Array([5])) // → [2, 1, 5] (INTEGER 5)
 * @example element(4, new Uint8Array(200)).slice(0, 3) // → [4, 0x81, 200] (ITU-T X.690, 8.1.3.5: the long form from 128 on)
 * @source ITU-T X.690 (2021), 8.1 and 10.1
 */
export function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joined(parts);
  return joined([Uint8Array.of(tag, ...lengthOf(content.length)), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(TAG.sequence, ...parts);
export const octets = (bytes: Uint8Array): Uint8Array => element(TAG.octets, bytes);
export const smallInteger = (value: number): Uint8Array => element(TAG.integer, Uint8Array.of(value));

/**
 * A SET OF: its members stand in the order of their bytes.
 *
 * @example setOf(element(2, new Uint8Array([5])), element(2, new Uint8Array([3]))) // → [0x31, 6, 2, 1, 3, 2, 1, 5] (3 before 5)
 * @source ITU-T X.690 (2021), 11.6
 */
export function setOf(...members: readonly Uint8Array[]): Uint8Array {
  return element(TAG.set, ...[...members].sort(compareBytes));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * An object identifier from dotted digits.
 *
 * @param dotted digits, e.g. `1.2.840.113549`
 * @example oid("1.2.840.113549") // → [6, 6, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d] (1·40 + 2; 840 = 6·128 + 72; 113549 = 6·128² + 119·128 + 13)
 * @throws Error for what is not written in digits, which is a fault of the caller
 * @source ITU-T X.690 (2021), 8.19
 */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  invariant(first < 3 && [second, ...rest].every(Number.isSafeInteger), "an OID is written in digits");
  return element(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift(0x80 + (rest % 128));
  return bytes;
}
