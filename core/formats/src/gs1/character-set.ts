/** The sets of characters that the parts of an element may use, as bits of one table. */
export const DIGITS = 1;
export const SET_82 = 2;
export const SET_39 = 4;
export const SET_64 = 8;

/** The 82 characters of GS1 alphanumeric values in the order of their weights. */
export const SET_82_IN_ORDER = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const SET_39_IN_ORDER = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SET_64_IN_ORDER = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

const SETS_OF = table();

/**
 * The place of the first character that is outside a set, or `to` when there is none.
 *
 * @param set one of the bits of this file
 */
export function outsideSet(text: string, from: number, to: number, set: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (SETS_OF[code]! & set) === 0) return i;
  }
  return to;
}

/** Whether a text has only characters of a set. */
export function isInSet(text: string, set: number): boolean {
  return outsideSet(text, 0, text.length, set) === text.length;
}

function table(): Uint8Array {
  const sets = new Uint8Array(128);
  for (const [set, characters] of [
    [DIGITS, "0123456789"],
    [SET_82, SET_82_IN_ORDER],
    [SET_39, SET_39_IN_ORDER],
    [SET_64, SET_64_IN_ORDER],
  ] as const)
    for (const character of characters) sets[character.charCodeAt(0)]! |= set;
  return sets;
}
