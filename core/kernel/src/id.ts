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
  evd: "report held as evidence",
  agr: "agreement",
  prd: "product",
  equ: "instrument",
  fil: "file",
  ntf: "notification",
  log: "log entry",
  aud: "audit entry",
  req: "requirement version",
  evt: "event",
  cap: "capture of events",
  sub: "subscription to events",
  rcl: "recall",
  lic: "licence of a company prefix",
  apl: "application for a company prefix",
  alc: "allocation of keys",
  lbd: "design of a label",
  imp: "import into the library",
  sci: "import of a scope",
  rcg: "report on recognitions",
  tnt: "trade notification",
  cmt: "comment",
  dst: "draft of a standard",
  dli: "limit of a draft standard",
  rnd: "round of comments",
} as const;

export type IdKind = keyof typeof ID_KINDS;
export type Id<Kind extends IdKind> = `${Kind}-${string}`;

const BODY = /^[0-9a-z]{4,40}$/;

/**
 * Whether a text is an id of the kind: prefix, hyphen, 4 to 40 characters of 0-9 a-z.
 *
 * @example isId("com", "com-0123") // → true (prefix, hyphen, four characters)
 * @example isId("com", "tsk-0123") // → false (the id of a task)
 * @source ours: an id carries its kind, so that no list of ids can be mixed up
 */
export function isId<Kind extends IdKind>(kind: Kind, text: string): text is Id<Kind> {
  return text.startsWith(`${kind}-`) && BODY.test(text.slice(kind.length + 1));
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Names a new thing from 16 bytes that the caller supplies (time-ordered bytes sort by age).
 *
 * @param bytes exactly 16 bytes
 * @returns the prefix, a hyphen and 26 characters of Crockford's base 32
 * @example idFrom("com", new Uint8Array(16)) // → "com-00000000000000000000000000" (128 zero bits are 26 zeros)
 * @example idFrom("tsk", Uint8Array.from({ length: 16 }, (_, i) => (i === 15 ? 33 : 0))) // → "tsk-00000000000000000000000011" (33 = 1·32 + 1)
 * @throws Error where there are not 16 bytes, which is a fault of the caller
 * @source ours: time-ordered bytes as in RFC 9562, 5.7, written with the digits of D. Crockford's base 32
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
