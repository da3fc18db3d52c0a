import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";

/** Signature types of signed notes: what logs sign with, and what witnesses cosign with. */
export const NOTE_TYPE = { ed25519: 0x01, cosignature: 0x04 } as const;
export type NoteType = (typeof NOTE_TYPE)[keyof typeof NOTE_TYPE];

/** A key that notes are verified with. */
export type NoteKey = {
  readonly name: string;
  readonly type: NoteType;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
};

/** Neither white space nor the sign that parts a key's fields. */
const NAME = /^[^\s\p{Z}\p{C}+]+$/u;

export const isKeyName = (name: string): boolean => NAME.test(name) && name.length <= 255;

/**
 * Four bytes that tell keys apart: SHA-256(name ‖ LF ‖ type ‖ key).
 *
 * @example keyId(parseVkey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")) // → [0xc7, 0x4f, 0x20, 0xa3] (the key of Go's note package, golang.org/x/mod/sumdb/note)
 * @source C2SP signed-note v1.0.0
 */
export function keyId({ name, type, publicKey }: NoteKey): Uint8Array {
  const text = new TextEncoder().encode(`${name}\n`);
  return sha256(concatBytes(text, Uint8Array.of(type), publicKey)).slice(0, 4);
}

/**
 * The key as one word: `name+hex(id)+base64(type ‖ key)`.
 *
 * @example vkey(parseVkey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")) // → "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW" (the key of Go's note package, golang.org/x/mod/sumdb/note)
 * @source C2SP signed-note v1.0.0
 */
export function vkey(key: NoteKey): string {
  return `${key.name}+${bytesToHex(keyId(key))}+${toBase64(concatBytes(Uint8Array.of(key.type), key.publicKey))}`;
}

/**
 * A key from its one word.
 *
 * @example parseVkey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW") // → { name: "PeterNeumann", type: 1 } (the key of Go's note package, golang.org/x/mod/sumdb/note)
 * @throws Refusal `note-key-unreadable`: malformed, of an unknown type, or with an id that is not its own
 * @source C2SP signed-note v1.0.0
 */
export function parseVkey(text: string): NoteKey {
  const [name = "", id = "", ...rest] = text.split("+");
  const bytes = fromBase64(rest.join("+"));
  const type = Object.values(NOTE_TYPE).find((known) => known === bytes?.[0]);
  if (!isKeyName(name) || bytes?.length !== 33 || type === undefined) return refuse("note-key-unreadable");
  const key = { name, type, publicKey: bytes.slice(1) };
  return bytesToHex(keyId(key)) === id ? key : refuse("note-key-unreadable");
}
