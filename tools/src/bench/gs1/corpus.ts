import type { Element } from "@quanheng/formats/gs1/element.ts";
import { parseBracketed } from "@quanheng/formats/gs1/element-string.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";
import { writeElementString } from "@quanheng/formats/gs1/write.ts";

/**
 * Messages as the trades write them, on numbers of the prefix 952, which GS1 keeps for examples: retail and logistic
 * units, food with weight and dates, documents, instruments, places, deliveries, certificates, health care.
 */
const TEXTS = [
  "(01)09521234543213",
  "(01)09521234543213(10)ABC123",
  "(01)09521234543213(21)12345",
  "(01)09521234543213(17)261130(10)ABC1(21)12345",
  "(01)09521234543213(3103)000195(3922)0299(17)261225",
  "(01)09521234543213(11)260101(15)261231(10)L-2026-0117",
  "(01)09521234543213(22)2A(10)1(21)s",
  "(00)952012345678912345",
  "(00)952012345678912345(02)09521234543213(37)25(10)ABC123",
  "(00)952012345678912345(3302)012500(420)530000",
  "(414)9520123456788(254)32a/b",
  "(417)9520123456788",
  "(253)9520123456788REPORT.2026-17",
  "(8004)9520001SUGAR-S26-000017",
  "(8004)9520001SUGAR-S26-000017(7230)EM1234567",
  "(8003)09520123456788A17",
  "(8006)095212345432130102(21)7",
  "(01)09521234543213(422)156(423)156704",
  "(01)09521234543213(7003)2611301405(10)X1(240)WS-50",
  "(8017)952012345678901233(8019)4711",
  "(8013)1987654Ad4X4bL5ttr2310c2K",
] as const;

export type SampleMessage = { readonly text: string; readonly elements: readonly Element[]; readonly link?: string };

export const MESSAGES: readonly SampleMessage[] = TEXTS.map((text) => {
  const read = parseBracketed(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.problem)}`);
  const { elements } = read.value;
  const link = writeLink(elements, "https://id.example.org");
  return { text, elements, ...(link.ok && { link: link.value }) };
});

/** The same messages with one fault each: a check digit, a date, a character, a length, a company that is missing. */
export const BAD_MESSAGES = {
  bracketed: [
    "(01)09521234543214(10)ABC123",
    "(01)09521234543213(17)261330(10)ABC1",
    "(01)09521234543213(10)ABC 123",
    "(01)0952123454321(10)ABC123",
    "(17)261130(10)ABC1",
    "(01)09521234543213(37)12",
    "(01)09521234543213(10)A(10)B",
    "(01)09521234543213(89)12",
    "(8013)1987654Ad4X4bL5ttr2310c2X",
    "(00)952012345678912345(3302)0125",
  ],
  raw: [
    "^010952123454321410ABC123",
    "^01095212345432131726133010ABC1",
    "^010952123454321310ABC 123",
    "^01095212345432",
    "^1726113010ABC1",
    "^01095212345432133712",
    "^010952123454321310A^10B",
    "^01095212345432138912",
    "^80131987654Ad4X4bL5ttr2310c2X",
    "^009520123456789123453302 12500",
  ],
  links: [
    "https://id.example.org/01/09521234543214/10/ABC123",
    "https://id.example.org/01/09521234543213?17=261330",
    "https://id.example.org/01/09521234543213/10/ABC%20123",
    "https://id.example.org/01/0952123454321/10/ABC123",
    "https://id.example.org/17/261130/10/ABC1",
    "https://id.example.org/01/09521234543213?37=12",
    "https://id.example.org/01/09521234543213/21/A/10/B",
    "https://id.example.org/01/09521234543213?89=12",
    "https://id.example.org/01/09521234543213/",
    "https://user@id.example.org/01/09521234543213",
  ],
} as const;

/** Characters that hurt: separators, look-alikes, controls, lone surrogates, right-to-left marks, brackets, escapes. */
const ALPHABET = Array.from("0123456789()^\\|%+&=?#/:~ ABCabc\u001d\u0000\u007fÀ０１Ａ（）\u202eΑА一\ud800");

/**
 * Inputs made of good ones by inserting, dropping, changing, doubling and swapping characters, and of nothing but
 * awkward characters; the same seed gives the same inputs.
 */
export function* mutations(seed: number, count: number): Generator<string> {
  const random = generator(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const good = MESSAGES.flatMap(({ text, elements, link }) => [
    text,
    writeElementString(elements),
    ...(link ? [link] : []),
  ]);
  for (let n = 0; n < count; n++) {
    if (n % 10 === 0) {
      yield Array.from({ length: Math.floor(random() * 60) }, () => pick(ALPHABET)).join("");
      continue;
    }
    let text = pick(good);
    for (let change = Math.floor(random() * 4); change >= 0; change--) {
      const at = Math.floor(random() * (text.length + 1));
      const [before, after] = [text.slice(0, at), text.slice(at)];
      text = pick([
        () => `${before}${pick(ALPHABET)}${after}`,
        () => `${before}${after.slice(1)}`,
        () => `${before}${pick(ALPHABET)}${after.slice(1)}`,
        () => `${before}${after}${after}`,
        () => `${after}${before}`,
        () => (n % 5000 === 1 ? `${before}${pick(ALPHABET).repeat(8000)}${after}` : text),
      ])();
    }
    yield text;
  }
}

/** mulberry32: small, seeded, good enough to choose characters. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
