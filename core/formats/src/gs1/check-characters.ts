/** The 82 characters of GS1 alphanumeric keys in the order of their values. */
const SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Weights from the right end of the body: the first 23 primes. */
const WEIGHTS = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83] as const;

/** Whether a text has only characters of GS1's set 82. */
export function isSet82(text: string): boolean {
  return Array.from(text).every((character) => SET_82.includes(character));
}

/**
 * The pair of check characters of a Global Model Number.
 *
 * @param body at most 23 characters of set 82
 * @source GS1 General Specifications, 7.9.5
 */
export function checkCharacters(body: string): string {
  const sum =
    Array.from(body)
      .reverse()
      .reduce((total, character, index) => total + SET_82.indexOf(character) * (WEIGHTS[index] ?? 0), 0) % 1021;
  return `${SET_32[sum >> 5]}${SET_32[sum & 31]}`;
}
