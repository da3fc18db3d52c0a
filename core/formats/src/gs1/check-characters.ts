import { isInSet, SET_82, SET_82_IN_ORDER } from "./character-set.ts";

const SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Weights from the right end of the body: the primes below 512, as many as the longest value needs. */
const WEIGHTS = primesUpTo(97);
const VALUES = values();

/** Whether a text has only characters of GS1's set 82. */
export function isSet82(text: string): boolean {
  return isInSet(text, SET_82);
}

/**
 * The pair of check characters of a Global Model Number.
 *
 * S = Σ vᵢ·pᵢ mod 1021 with the primes p = 2, 3, 5, … from the right end; the pair is C₃₂[S div 32] C₃₂[S mod 32]
 *
 * @param body at most 97 characters of set 82
 * @source GS1 General Specifications, 7.9.5
 * @example checkCharacters("1987654Ad4X4bL5ttr2310c") // → "2K" (GS1 General Specifications, 7.9.5)
 */
export function checkCharacters(body: string): string {
  return checkCharactersOf(body, 0, body.length);
}

/** The pair of check characters of a stretch of a text. */
export function checkCharactersOf(text: string, from: number, to: number): string {
  let sum = 0;
  for (let i = to - 1, weight = 0; i >= from; i--, weight++) sum += VALUES[text.charCodeAt(i)]! * WEIGHTS[weight]!;
  sum %= 1021;
  return `${SET_32[sum >> 5]}${SET_32[sum & 31]}`;
}

function values(): Uint8Array {
  const table = new Uint8Array(128);
  for (let value = 0; value < SET_82_IN_ORDER.length; value++) table[SET_82_IN_ORDER.charCodeAt(value)] = value;
  return table;
}

function primesUpTo(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes;
}
