import type { Facts } from "@quanheng/kernel/refusal.ts";
import { centresProblems } from "./problems/centres.ts";
import { flowProblems } from "./problems/flow.ts";
import { formatsProblems } from "./problems/formats.ts";
import { kernelProblems } from "./problems/kernel.ts";
import { serverProblems } from "./problems/server.ts";
import { fillBoth, type Sentence } from "./sentence.ts";

/** One catalogue: a reader never needs to know which part of the platform declined. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  ...kernelProblems,
  ...flowProblems,
  ...centresProblems,
  ...formatsProblems,
  ...serverProblems,
};

/** The sentence for a refusal in both languages; an unknown code reads as an internal error that names the code. */
export function problemSentence(code: string, facts: Facts = {}): Sentence {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  return sentence ? fillBoth(sentence, facts) : fillBoth(serverProblems.internal, { incident: code });
}

/** The codes that have a sentence, for the test that none is missing. */
export const problemCodes: readonly string[] = Object.keys(SENTENCES);
