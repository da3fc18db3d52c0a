import type { Facts } from "@quanheng/kernel/refusal.ts";
import { checkSentences } from "./gs1/checks.ts";
import { couponSentences } from "./gs1/coupons.ts";
import { dictionarySentences } from "./gs1/dictionary.ts";
import { epcisSentences } from "./gs1/epcis.ts";
import { identifierSentences } from "./gs1/identifiers.ts";
import { linksetSentences } from "./gs1/linksets.ts";
import { readingSentences } from "./gs1/reading.ts";
import { fillBoth, type Sentence } from "./sentence.ts";

/** A problem as the engine states it: a code, what a content check found, and the facts of both. */
export type StatedProblem = { readonly code: string; readonly check?: string; readonly corrected?: string };

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ...readingSentences,
  ...dictionarySentences,
  ...checkSentences,
  ...couponSentences,
  ...identifierSentences,
  ...linksetSentences,
  ...epcisSentences,
};

/** What to say where a code has no sentence: nothing is hidden, the code stands there. */
const OTHER: Sentence = { zh: "内容不正确（{code}）。", en: "This is not right ({code})." };
const CORRECTED: Sentence = { zh: "应为 {corrected}", en: "It should be {corrected}" };

/** The sentence of a problem with a GS1 message or an identifier, with what it should be where that is known. */
export function gs1Sentence(problem: StatedProblem & Facts): Sentence {
  const said = [problem.code, problem.check]
    .map((code) => sentenceOf(code, problem))
    .filter((one) => one !== undefined);
  const all = problem.corrected === undefined ? said : [...said, fillBoth(CORRECTED, problem)];
  return { zh: all.map(({ zh }) => zh).join(""), en: all.map(({ en }) => en).join(" ") };
}

/** The codes that have a sentence, for the test that none is missing. */
export const gs1Codes: readonly string[] = Object.keys(SENTENCES);

function sentenceOf(code: string | undefined, facts: Facts): Sentence | undefined {
  if (code === undefined) return undefined;
  return fillBoth(Object.hasOwn(SENTENCES, code) ? SENTENCES[code]! : OTHER, facts);
}
