import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";
import { sm2Holds } from "../signature/sm2.ts";
import { isKeyName } from "./key.ts";
import type { Note } from "./note.ts";

/** A key for the further signature that domestic rules ask for; others pass its lines over. */
export type Sm2NoteKey = {
  readonly name: string;
  /** 65 bytes of an uncompressed point. */
  readonly publicKey: Uint8Array;
};

export type Sm2NoteSigner = Sm2NoteKey & {
  /** SM2 with SM3 over the message: DER. */
  sign(message: Uint8Array): Promise<Uint8Array>;
};

/** The type for algorithms without a number of their own, and the long name that says which this is. */
const TYPE = concatBytes(Uint8Array.of(0xff), new TextEncoder().encode("quanheng/sm2-with-sm3/v1\n"));

const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * Four bytes that tell keys apart: SHA-256(name ‖ LF ‖ 0xff ‖ long name ‖ key).
 *
 * @example sm2KeyId({ name: "a", publicKey: new Uint8Array(65) }).length // → 4 (four bytes)
 * @source C2SP signed-note v1.0.0, signature types; the long name is ours
 */
export function sm2KeyId({ name, publicKey }: Sm2NoteKey): Uint8Array {
  return sha256(concatBytes(utf8(`${name}\n`), TYPE, publicKey)).slice(0, 4);
}

/**
 * The key as one word: `name+hex(id)+base64(type ‖ key)`.
 *
 * @example parseSm2Vkey(sm2Vkey({ name: "a", publicKey: Uint8Array.from([4, ...new Uint8Array(64)]) })).name // → "a" (it reads back)
 * @source C2SP signed-note v1.0.0
 */
export function sm2Vkey(key: Sm2NoteKey): string {
  return `${key.name}+${bytesToHex(sm2KeyId(key))}+${toBase64(concatBytes(TYPE, key.publicKey))}`;
}

/**
 * A key from its one word.
 *
 * @example refusalOf(() => parseSm2Vkey("a+00000000+AA==")) // → "note-key-unreadable" (another type)
 * @throws Refusal `note-key-unreadable`
 * @source C2SP signed-note v1.0.0
 */
export function parseSm2Vkey(text: string): Sm2NoteKey {
  const [name = "", id = "", ...rest] = text.split("+");
  const bytes = fromBase64(rest.join("+")) ?? new Uint8Array();
  const known = TYPE.every((byte, at) => byte === bytes[at]) && bytes.length === TYPE.length + 65;
  const key = { name, publicKey: bytes.slice(TYPE.length) };
  return isKeyName(name) && known && bytesToHex(sm2KeyId(key)) === id ? key : refuse("note-key-unreadable");
}

/**
 * A further signature line of a note, to be appended to it.
 *
 * @example sm2SignatureLine("a\n", { name: "k", publicKey: new Uint8Array(65), sign: async () => new Uint8Array(8) }).then((line) => line.slice(0, 4)) // → "— k " (dash, name, then id and signature in base64)
 * @source C2SP signed-note v1.0.0
 */
export async function sm2SignatureLine(text: string, signer: Sm2NoteSigner): Promise<string> {
  return `— ${signer.name} ${toBase64(concatBytes(sm2KeyId(signer), await signer.sign(utf8(text))))}\n`;
}

/**
 * What a key says of a note: `holds`, `wrong`, or `silent` when it did not sign.
 *
 * @example sm2Voice({ text: "a\n", signatures: [] }, { name: "k", publicKey: new Uint8Array(65) }) // → "silent" (no line)
 * @source C2SP signed-note v1.0.0
 */
export function sm2Voice(note: Note, key: Sm2NoteKey): "holds" | "wrong" | "silent" {
  const id = sm2KeyId(key);
  const lines = note.signatures.filter(
    ({ name, keyId }) => name === key.name && id.every((byte, at) => byte === keyId[at]),
  );
  if (lines.length === 0) return "silent";
  return lines.every(({ signature }) => sm2Holds(key.publicKey, utf8(note.text), signature)) ? "holds" : "wrong";
}
