import { invariant } from "./refusal.ts";

/** Every kind of thing that has an id; the kind is the prefix of its text: `com-…` is an `Id<"com">`. */
export const ID_KINDS = {
  com: "commission",
  tsk: "task",
  obs: "observation",
  res: "result",
  rev: "review",
  dec: "decision",
  att: "attestation",
  doc: "document",
  smp: "sample",
  ins: "institution",
  ent: "enterprise",
  per: "person",
  mem: "membership",
  cmp: "competence",
  scp: "scope line",
  ofr: "offer",
  pln: "plan",
  agr: "agreement",
  prd: "product",
  equ: "instrument",
  fil: "file",
  ntf: "notification",
  log: "log entry",
  aud: "audit entry",
  req: "requirement version",
  evt: "event",
} as const;

export type IdKind = keyof typeof ID_KINDS;
export type Id<Kind extends IdKind> = `${Kind}-${string}`;

const BODY = /^[0-9a-z]{4,40}$/;

/** Whether a text is an id of the kind: prefix, hyphen, 4 to 40 characters of 0-9 a-z. */
export function isId<Kind extends IdKind>(kind: Kind, text: string): text is Id<Kind> {
  return text.startsWith(`${kind}-`) && BODY.test(text.slice(kind.length + 1));
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Names a new thing from 16 bytes that the caller supplies (time-ordered bytes sort by age).
 *
 * @param bytes exactly 16 bytes
 */
export function idFrom<Kind extends IdKind>(kind: Kind, bytes: Uint8Array): Id<Kind> {
  invariant(bytes.length === 16, "an id is made of 16 bytes");
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let digit = 0; digit < 26; digit++) {
    text = ALPHABET[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return `${kind}-${text}`;
}
