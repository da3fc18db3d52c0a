/** One range of an `Accept…` header with its weight from 0 (never) to 1. */
export type Preference = { readonly range: string; readonly q: number };

/** More ranges than any browser sends; the rest is not read. */
const MOST = 50;

/**
 * The ranges of an `Accept` or `Accept-Language` header, in small letters.
 *
 * @source RFC 9110, 12.4.2 and 12.5
 * @example preferences("th;q=0.3, vi;q=0.8")[1].range // → "vi"
 */
export function preferences(header: string | undefined): readonly Preference[] {
  if (header === undefined || header === "") return [];
  return header
    .split(",", MOST)
    .map((part) => {
      const [range = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith("q="));
      const q = weight === undefined ? 1 : Number(weight.slice(2));
      return { range, q: q >= 0 && q <= 1 ? q : 0 };
    })
    .filter(({ range }) => range !== "");
}

/**
 * How much a language is wanted: `zh-CN` finds `zh` and `zh` finds `zh-CN`, the nearer range decides.
 *
 * @returns 0 where it is excluded or not named
 * @source RFC 4647, 3.4
 */
export function languageWeight(wanted: readonly Preference[], language: string): number {
  const tag = language.toLowerCase();
  let best = 0;
  let nearness = 0;
  for (const { range, q } of wanted) {
    const near =
      range === tag ? 4 : tag.startsWith(`${range}-`) ? 3 : range.startsWith(`${tag}-`) ? 2 : range === "*" ? 1 : 0;
    if (near > nearness || (near === nearness && near > 0 && q > best)) {
      best = q;
      nearness = near;
    }
  }
  return best;
}

/** How much a media type is wanted; the more special range decides. @source RFC 9110, 12.5.1 */
export function typeWeight(wanted: readonly Preference[], type: string): number {
  const media = type.toLowerCase().split(";")[0]!.trim();
  const group = `${media.split("/")[0]}/*`;
  const found =
    wanted.find(({ range }) => range === media) ??
    wanted.find(({ range }) => range === group) ??
    wanted.find(({ range }) => range === "*/*");
  return found?.q ?? 0;
}
