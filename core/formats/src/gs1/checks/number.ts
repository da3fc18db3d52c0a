import { DIGITS, outsideSet, SET_39, SET_64, SET_82 } from "../character-set.ts";
import { checkCharactersOf } from "../check-characters.ts";
import { checkDigitOf } from "../check-digit.ts";
import { type Check, fault } from "./fault.ts";

const ZERO = 48;
const NINE = 57;
const EQUALS = 61;
const SHORTEST_PREFIX = 4;
/** The longest value that the algorithm of the check pair is laid down for, with the pair. */
const LONGEST_PAIRED = 99;

export const digits: Check = (value, from, to) => {
  const at = outsideSet(value, from, to, DIGITS);
  return at < to ? fault("non-digit-character", at, at + 1) : undefined;
};

export const set82: Check = (value, from, to) => {
  const at = outsideSet(value, from, to, SET_82);
  return at < to ? fault("invalid-cset82-character", at, at + 1) : undefined;
};

export const set39: Check = (value, from, to) => {
  const at = outsideSet(value, from, to, SET_39);
  return at < to ? fault("invalid-cset39-character", at, at + 1) : undefined;
};

/**
 * Base64url. One or two `=` at the end stand only where the whole length divides by three, as the reference
 * implementation has it; true base64 would divide by four.
 */
export const set64: Check = (value, from, to) => {
  let end = to;
  while (end > from && value.charCodeAt(end - 1) === EQUALS) end--;
  const at = outsideSet(value, from, end, SET_64);
  if (at < end) return fault("invalid-cset64-character", at, at + 1);
  const padding = to - end;
  const wrong = padding > 2 || (padding > 0 && (to - from) % 3 !== 0);
  return wrong ? fault("invalid-cset64-padding", end, to) : undefined;
};

/** The last digit is the check digit of those before it. */
export const csum: Check = (value, from, to) => {
  if (to === from) return fault("too-short-for-check-digit", from, to);
  const bad = digits(value, from, to);
  if (bad) return bad;
  const right = checkDigitOf(value, from, to - 1) === value.charCodeAt(to - 1) - ZERO;
  return right ? undefined : fault("incorrect-check-digit", to - 1, to);
};

/** The last two characters are the check pair of those before them. */
export const csumalpha: Check = (value, from, to) => {
  if (to - from < 2) return fault("too-short-for-check-pair", from, to);
  if (to - from > LONGEST_PAIRED) return fault("too-long-for-check-pair-implementation", from, to);
  const bad = set82(value, from, to - 2);
  if (bad) return bad;
  const pair = checkCharactersOf(value, from, to - 2);
  const right = pair.charCodeAt(0) === value.charCodeAt(to - 2) && pair.charCodeAt(1) === value.charCodeAt(to - 1);
  return right ? undefined : fault("incorrect-check-pair", to - 2, to);
};

/** A company prefix begins with the first character: at least four digits. */
export const gcppos1: Check = (value, from, to) => prefix(value, from, from, to);
/** A company prefix begins with the second character. */
export const gcppos2: Check = (value, from, to) => prefix(value, from, from + 1, to);

function prefix(value: string, from: number, start: number, to: number) {
  if (to - start < SHORTEST_PREFIX) return fault("too-short-for-gcp", start < to ? start : from, to);
  const at = outsideSet(value, start, start + SHORTEST_PREFIX, DIGITS);
  return at < start + SHORTEST_PREFIX ? fault("invalid-gcp-prefix", at, at + 1) : undefined;
}

export const hasnondigit: Check = (value, from, to) =>
  outsideSet(value, from, to, DIGITS) === to ? fault("requires-non-digit-character", from, to) : undefined;

export const zero: Check = (value, from, to) => {
  for (let i = from; i < to; i++) if (value.charCodeAt(i) !== ZERO) return fault("not-zero", from, to);
  return to > from ? undefined : fault("not-zero", from, to);
};

export const nonzero: Check = (value, from, to) => {
  let any = false;
  for (let i = from; i < to; i++) {
    const code = value.charCodeAt(i);
    if (code < ZERO || code > NINE) return fault("non-digit-character", i, i + 1);
    if (code !== ZERO) any = true;
  }
  return any ? undefined : fault("illegal-zero-value", from, to);
};

export const nozeroprefix: Check = (value, from, to) =>
  digits(value, from, to) ??
  (to > from && value.charCodeAt(from) === ZERO ? fault("illegal-zero-prefix", from, from + 1) : undefined);
