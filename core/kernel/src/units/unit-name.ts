import { superscript } from "../expression/superscript.ts";
import { refuse } from "../refusals.ts";
import { type Factor, factorsOf } from "./factors.ts";
import { ANNOTATION_WORDS, PREFIX_WORDS, UNIT_WORDS, type UnitWords } from "./unit-words.ts";

/**
 * The name of a unit: Chinese by the rules for legal units (units in the order of the symbol, one 每 for the quotient,
 * 平方 and 立方 for areas and volumes, otherwise 二次方 …), its short form, and English as the SI Brochure writes it.
 *
 * @example unitName("J/(kg.K)").zh // → "焦耳每千克开尔文" (GB 3100-1993, 6.1: the example of the specific heat capacity; recalled)
 * @example unitName("J/(kg.K)").short // → "焦每千克开" (焦耳 is 焦 in short, 开尔文 is 开)
 * @example unitName("m/s2").zh // → "米每二次方秒" (the second is no length: 二次方, not 平方)
 * @example unitName("kg/m3").en // → "kilogram per cubic metre" (SI Brochure, 9th edition, table 5)
 * @throws Refusal `unknown-unit` for what is no UCUM code or has no name here
 * @source GB 3100-1993, 6 (recalled); SI Brochure, 9th edition, 5.4
 */
export function unitName(code: string): UnitWords {
  const factors = factorsOf(code);
  if (code === "1") return { zh: "一", short: "一", en: "one" };
  const above = factors.filter((factor) => (factor.exponent > 0 && factor.symbol !== "1") || isTen(factor));
  const below = factors.filter((factor) => factor.exponent < 0 && !isTen(factor));
  const [top, bottom] = [productOf(code, above), productOf(code, below)];
  if (below.length === 0) return top;
  return {
    zh: `${top.zh}每${bottom.zh}`,
    short: `${top.short}每${bottom.short}`,
    en: `${top.en}${top.en === "" ? "" : " "}per ${bottom.en}`,
  };
}

function productOf(code: string, factors: readonly Factor[]): UnitWords {
  const words = factors.map((factor) => wordsOf(code, factor));
  const many = (at: number): boolean => /^\d+$/.test(factors[at - 1]?.symbol ?? "");
  const english = words.map(({ en }, at) => (many(at) && /[a-z]$/.test(en) ? `${en}s` : en));
  return {
    zh: words.map(({ zh }) => zh).join(""),
    short: words.map(({ short }) => short).join(""),
    en: english.join(" "),
  };
}

function wordsOf(code: string, { symbol, annotation, exponent }: Factor): UnitWords {
  const power = Math.abs(exponent);
  if (symbol === "") return annotation === null ? unnamed(code, code) : annotated(code, annotation);
  if (/^\d+$/.test(symbol)) return { zh: symbol, short: symbol, en: symbol };
  if (isTen({ symbol })) return ten(exponent);
  const { words, plain } = named(code, symbol);
  const raised = power === 1 ? words : toPower(words, plain === "m", power);
  if (annotation === null) return raised;
  const note = ANNOTATION_WORDS[annotation] ?? referenceWords(code, annotation);
  return {
    zh: `${raised.zh}（${note.zh}）`,
    short: `${raised.short}（${note.short}）`,
    en: `${raised.en} (${note.en})`,
  };
}

function annotated(code: string, annotation: string): UnitWords {
  return ANNOTATION_WORDS[annotation] ?? unnamed(code, annotation);
}

/** What a level refers to, e.g. dB{uV}, is itself a unit. */
function referenceWords(code: string, annotation: string): UnitWords {
  if (annotation === "" || /[{}]/.test(annotation)) return unnamed(code, annotation);
  return unitName(annotation);
}

function isTen({ symbol }: Pick<Factor, "symbol">): boolean {
  return symbol === "10*" || symbol === "10^";
}

function ten(exponent: number): UnitWords {
  const text = `10${superscript(String(exponent))}`;
  return { zh: text, short: text, en: text };
}

function named(code: string, symbol: string): { readonly words: UnitWords; readonly plain: string } {
  const own = wordsFor(symbol);
  if (own) return { words: own, plain: symbol };
  for (const length of [2, 1]) {
    const prefix = Object.hasOwn(PREFIX_WORDS, symbol.slice(0, length))
      ? PREFIX_WORDS[symbol.slice(0, length)]
      : undefined;
    const plain = symbol.slice(length);
    const words = wordsFor(plain);
    if (prefix && words) {
      const [zh, en] = prefix;
      return { words: { zh: zh + words.zh, short: zh + words.short, en: en + words.en }, plain };
    }
  }
  return unnamed(code, symbol);
}

function wordsFor(symbol: string): UnitWords | undefined {
  return Object.hasOwn(UNIT_WORDS, symbol) ? UNIT_WORDS[symbol] : undefined;
}

const POWERS_ZH = ["", "", "二次方", "三次方", "四次方", "五次方", "六次方", "七次方", "八次方", "九次方"];
const POWERS_EN = ["", "", " squared", " cubed"];

function toPower({ zh, short, en }: UnitWords, isLength: boolean, power: number): UnitWords {
  const written = isLength ? (["", "", "平方", "立方"][power] ?? POWERS_ZH[power]) : POWERS_ZH[power];
  const chinese = written ?? `${power}次方`;
  const english =
    isLength && power <= 3
      ? `${power === 2 ? "square" : "cubic"} ${en}`
      : `${en}${POWERS_EN[power] ?? ` to the power ${power}`}`;
  return { zh: chinese + zh, short: chinese + short, en: english };
}

function unnamed(code: string, part: string): never {
  return refuse("unknown-unit", { given: code, at: Math.max(0, code.indexOf(part)), part });
}
