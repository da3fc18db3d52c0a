/** Scripts whose words are not parted by blanks: searched by their signs and by neighbours in pairs. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * A text as it is compared: lower case, full-width forms narrowed, Latin letters without their marks, so that
 * `duong` finds `đường`. Marks of other scripts are letters there and stay.
 *
 * @example folded("Đường TRẮNG") // → "duong trang" (Vietnamese without its marks)
 * @example folded("ＧＢ３１７") // → "gb317" (full-width forms)
 * @source ours, on Unicode NFKD (UAX 15)
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFKC");
}

/**
 * The tokens under which a text is found: its words, and of scripts without blanks between words every sign and every
 * pair of neighbours. Each token once.
 *
 * @example tokensOf("白砂糖").join(" ") // → "白 白砂 砂 砂糖 糖" (signs and pairs)
 * @example tokensOf("GB/T 317-2018").join(" ") // → "gb t 317 2018" (words)
 * @source ours
 */
export function tokensOf(text: string): readonly string[] {
  const tokens = new Set<string>();
  for (const [run] of folded(text).matchAll(RUNS)) {
    if (!UNPARTED.test(run)) {
      tokens.add(run);
      continue;
    }
    for (const part of partsOf(run)) {
      if (!UNPARTED.test(part)) {
        tokens.add(part);
        continue;
      }
      const signs = Array.from(part);
      for (const [at, sign] of signs.entries()) {
        tokens.add(sign);
        if (at + 1 < signs.length) tokens.add(sign + signs[at + 1]!);
      }
    }
  }
  return [...tokens];
}

/**
 * What of a typed text must be found: words by their beginning, of scripts without blanks the pairs, or the sign alone.
 *
 * @example askedTokens("白砂糖") // → [{ token: "白砂", prefix: false }, { token: "砂糖", prefix: false }] (pairs of signs)
 * @example askedTokens("Sugar") // → [{ token: "sugar", prefix: true }] (a word by its beginning)
 * @source ours: tokens for scripts without blanks
 */
export function askedTokens(text: string): readonly { readonly token: string; readonly prefix: boolean }[] {
  const asked: { token: string; prefix: boolean }[] = [];
  for (const [run] of folded(text).matchAll(RUNS)) {
    for (const part of partsOf(run)) {
      const signs = Array.from(part);
      if (!UNPARTED.test(part)) asked.push({ token: part, prefix: true });
      else if (signs.length === 1) asked.push({ token: part, prefix: false });
      else
        for (let at = 0; at + 1 < signs.length; at++) asked.push({ token: signs[at]! + signs[at + 1]!, prefix: false });
    }
  }
  return asked;
}

/** A run divided where it changes between words and signs: `GB317白砂糖`. */
function partsOf(run: string): readonly string[] {
  const parts: string[] = [];
  let last: boolean | null = null;
  for (const sign of run) {
    // A mark belongs to the letter before it.
    const unparted: boolean = /\p{M}/u.test(sign) && last !== null ? last : UNPARTED.test(sign);
    if (unparted === last) parts[parts.length - 1] += sign;
    else parts.push(sign);
    last = unparted;
  }
  return parts;
}
