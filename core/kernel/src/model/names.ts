import { refuse } from "../refusals.ts";
import { FUNCTIONS } from "./syntax.ts";

/** What formulas understand without a definition; `neg` is a sign and not called by its name. */
const RESERVED: ReadonlySet<string> = new Set(["pi", "atan2", ...FUNCTIONS.filter((name) => name !== "neg")]);

/** Letters that look like a Latin one, in step with it. */
const CYRILLIC = pairs("аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅУҮ", "aeopcyxijsdhqwABEKMHOPCTXIJSYY");
const GREEK = pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo");

/**
 * Sees that no name of a model takes the place of a constant or function, and that none passes for another: a letter
 * that looks Latin, where nothing else in its name shows the other alphabet, beside names in Latin letters.
 *
 * @param names of inputs, formulas and unknowns
 * @throws Refusal `name-reserved`, `name-lookalike`
 * @source ours: the pairs are those of Unicode TS #39, 4 (confusables; recalled), of Cyrillic and Greek letters that print alike
 * @example checkNames(["y", "Δm", "масса"]) // → undefined (Δ and м show which alphabet is read)
 * refusalOf(() => checkNames(["y", "pi"])) // → "name-reserved" (π is no input)
 * refusalOf(() => checkNames(["y", "\u0430"])) // → "name-lookalike" (a Cyrillic а)
 */
export function checkNames(names: readonly string[]): void {
  const reserved = names.find((name) => RESERVED.has(name));
  if (reserved !== undefined) refuse("name-reserved", { name: reserved });
  if (!names.some((name) => /\p{Script=Latin}/u.test(name))) return;
  for (const name of names) {
    refuseLookalike(name, CYRILLIC, /\p{Script=Cyrillic}/u);
    refuseLookalike(name, GREEK, /\p{Script=Greek}/u);
  }
}

function refuseLookalike(name: string, looks: ReadonlyMap<string, string>, alphabet: RegExp): void {
  const letters = Array.from(name);
  const at = letters.findIndex((letter) => looks.has(letter));
  if (at < 0 || letters.some((letter) => alphabet.test(letter) && !looks.has(letter))) return;
  refuse("name-lookalike", { name, letter: letters[at]!, place: at + 1, like: looks.get(letters[at]!)! });
}

function pairs(letters: string, latin: string): ReadonlyMap<string, string> {
  const like = Array.from(latin);
  return new Map(Array.from(letters).map((letter, k) => [letter, like[k]!]));
}
