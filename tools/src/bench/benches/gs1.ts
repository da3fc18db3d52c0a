import { parseBracketed, parseElementString } from "@quanheng/formats/gs1/element-string.ts";
import { parseLink } from "@quanheng/formats/gs1/link/parse.ts";
import type { Result } from "@quanheng/formats/gs1/problem.ts";
import { writeElementString } from "@quanheng/formats/gs1/write.ts";
import type { Bench } from "../figure.ts";
import { BAD_MESSAGES, MESSAGES, mutations } from "../gs1/corpus.ts";

type Parse = (text: string) => Result<unknown>;

const ROUNDS = 7;
const ROUND_MS = 400;
const MUTATIONS = 1_000_000;

/**
 * The engine's readings a second, good and bad input apart. `reference` is what the official engine's WebAssembly build
 * reached on two cores of another machine, in millions a second; `bar` is what this engine has to reach of it.
 */
export const bench: Bench = (tell) => {
  const raw = MESSAGES.map(({ elements }) => received(writeElementString(elements)));
  const bracketed = MESSAGES.map(({ text }) => received(text));
  const links = MESSAGES.flatMap(({ link }) => (link ? received(link) : []));
  const forms: readonly (readonly [string, Parse, readonly string[], readonly string[], string, number])[] = [
    ["bracketed", parseBracketed, bracketed, BAD_MESSAGES.bracketed, "0.82 to 0.98", 1.47],
    ["raw FNC1", parseElementString, raw, BAD_MESSAGES.raw, "0.94 to 1.39", 1.39],
    ["Digital Link", parseLink, links, BAD_MESSAGES.links, "0.49 to 0.60", 0.6],
  ];
  for (const [name, parse, good, bad, reference, bar] of forms) {
    expect(name, parse, good, true);
    expect(name, parse, bad, false);
    const valid = rate(parse, good);
    const invalid = rate(parse, bad);
    const facts = { "reference, official engine as WebAssembly, 2 cores [10^6/s]": reference, "bar [10^6/s]": bar };
    tell(`${name}, valid`, valid / 1e6, "10^6/s", { ...facts, messages: good.length, characters: mean(good) });
    tell(`${name}, invalid`, invalid / 1e6, "10^6/s", { messages: bad.length, characters: mean(bad) });
    tell(`${name}, valid to invalid`, valid / invalid, "", { "bar, at most": 4 });
  }
  robust(tell);
  return Promise.resolve();
};

/** The text as it comes from outside: one piece of memory, not the pieces that it was put together from. */
function received(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** Best of several rounds, so that other work on the machine tells least. [1/s] */
function rate(parse: Parse, texts: readonly string[]): number {
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    let read = 0;
    while (performance.now() - from < ROUND_MS) {
      for (const text of texts) parse(text);
      read += texts.length;
    }
    best = Math.max(best, (1000 * read) / (performance.now() - from));
  }
  return best;
}

function expect(name: string, parse: Parse, texts: readonly string[], ok: boolean): void {
  const wrong = texts.find((text) => parse(text).ok !== ok);
  if (wrong !== undefined) throw new Error(`${name}: ${wrong} should be ${ok ? "valid" : "refused"}`);
}

function mean(texts: readonly string[]): number {
  return Math.round(texts.reduce((sum, { length }) => sum + length, 0) / texts.length);
}

/** A million random and mutated inputs through every form; one that throws ends the bench. */
function robust(tell: Parameters<Bench>[0]): void {
  const seed = Number(process.env["QUANHENG_SEED"] ?? Date.now() % 2 ** 31);
  const from = performance.now();
  let slowest = 0;
  let accepted = 0;
  for (const text of mutations(seed, MUTATIONS)) {
    const before = performance.now();
    accepted += [parseBracketed, parseElementString, parseLink].filter((parse) => parse(text).ok).length;
    slowest = Math.max(slowest, performance.now() - before);
  }
  const facts = { inputs: MUTATIONS, seed, accepted };
  tell("random and mutated inputs", MUTATIONS / (performance.now() - from) / 1000, "10^6/s", facts);
  tell("random and mutated inputs, slowest", slowest, "ms", facts);
}
