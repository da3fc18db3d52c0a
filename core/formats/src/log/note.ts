import { concatBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { fromUint64, uint64 } from "../bytes/big-endian.ts";
import { refuse } from "../refusals.ts";
import { arithmetic } from "../signature/arithmetic.ts";
import { isKeyName, keyId, NOTE_TYPE, type NoteKey } from "./key.ts";

export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array };
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Signs notes without showing its key. */
export type NoteSigner = NoteKey & {
  /** Ed25519 over the message: 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
};

/** What a known key says of a note; the time is a witness's. */
export type NoteVoice = { readonly key: NoteKey; readonly holds: boolean; readonly timeS: number | null };

const MAX_SIGNATURES = 64;
const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * Takes a signed note apart at its last blank line.
 *
 * @example parseNote("example.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n").signatures.map(({ name }) => name) // → ["example.com/log/testdata"] (Tessera test log)
 * @example refusalOf(() => parseNote("text")) // → "note-unreadable" (no signatures)
 * @throws Refusal `note-unreadable`
 * @source C2SP signed-note v1.0.0
 */
export function parseNote(note: string): Note {
  const split = note.lastIndexOf("\n\n");
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2);
  if (split < 0 || !lines.endsWith("\n") || !isNoteText(text)) return refuse("note-unreadable");
  const signatures = lines.slice(0, -1).split("\n").map(parseSignature);
  return signatures.length <= MAX_SIGNATURES ? { text, signatures } : refuse("note-unreadable");
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.endsWith("\n") && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function parseSignature(line: string): NoteSignature {
  const [dash, name = "", encoded = "", ...more] = line.split(" ");
  const bytes = fromBase64(encoded);
  if (dash !== "—" || more.length > 0 || !isKeyName(name) || !bytes || bytes.length < 5) {
    return refuse("note-unreadable");
  }
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/**
 * One signature line, with its line feed. A witness states the time at which it saw the note.
 *
 * @param timeS seconds since 1970, for a witness
 * @example signatureLine("a\n", { name: "k", type: 1, publicKey: new Uint8Array(32), sign: async () => new Uint8Array(64) }).then((line) => line.slice(0, 4)) // → "— k " (dash, name, then id and signature in base64)
 * @throws Refusal `note-unreadable` for a witness without a time
 * @source C2SP signed-note v1.0.0; tlog-cosignature v1.0.1
 */
export async function signatureLine(text: string, signer: NoteSigner, timeS?: number): Promise<string> {
  const stamped = signer.type === NOTE_TYPE.cosignature ? (timeS ?? refuse("note-unreadable")) : null;
  const signature = await signer.sign(signedMessage(text, stamped));
  const payload = stamped === null ? signature : concatBytes(uint64(stamped), signature);
  return `— ${signer.name} ${toBase64(concatBytes(keyId(signer), payload))}\n`;
}

/**
 * A text with one signature; further lines are appended as they are.
 *
 * @example signNote("a\n", { name: "k", type: 1, publicKey: new Uint8Array(32), sign: async () => new Uint8Array(64) }).then((note) => parseNote(note).text) // → "a\n" (the text stays as it is)
 * @throws Refusal `note-unreadable` for a witness, who adds a line of its own
 * @source C2SP signed-note v1.0.0
 */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  return `${text}\n${await signatureLine(text, signer)}`;
}

/**
 * What the keys one knows say of a note. Lines of unknown keys are passed over; a key that did not sign is not in the
 * answer.
 *
 * A known key whose signature does not hold makes the whole note worthless (`holds` false).
 *
 * @example noteVoices(parseNote("example.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n"), []) // → [] (no key is known)
 * @source C2SP signed-note v1.0.0; tlog-cosignature v1.0.1
 */
export function noteVoices(note: Note, keys: readonly NoteKey[]): NoteVoice[] {
  return note.signatures.flatMap((line) => {
    const key = keys.find((known) => known.name === line.name && sameId(keyId(known), line.keyId));
    return key ? [voice(note.text, key, line.signature)] : [];
  });
}

function voice(text: string, key: NoteKey, payload: Uint8Array): NoteVoice {
  const witness = key.type === NOTE_TYPE.cosignature;
  if (payload.length !== (witness ? 72 : 64)) return { key, holds: false, timeS: null };
  const timeS = witness ? fromUint64(payload) : null;
  const signature = witness ? payload.slice(8) : payload;
  return { key, holds: ed25519Holds(signature, signedMessage(text, timeS), key.publicKey), timeS };
}

/** @source C2SP tlog-cosignature v1.0.1 */
function signedMessage(text: string, timeS: number | null): Uint8Array {
  return utf8(timeS === null ? text : `cosignature/v1\ntime ${timeS}\n${text}`);
}

function ed25519Holds(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return arithmetic().ed25519(signature, message, publicKey);
  } catch {
    // The curve library throws on points that are none; such a signature does not hold.
    return false;
  }
}

function sameId(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((byte, at) => byte === other[at]);
}
