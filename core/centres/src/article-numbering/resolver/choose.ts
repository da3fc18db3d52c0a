import type { TargetLink } from "./item.ts";
import { languageWeight, type Preference, typeWeight } from "./preference.ts";

/** By what a reader's request tells links of one type apart. */
export type Wish = {
  readonly languages: readonly Preference[];
  readonly types: readonly Preference[];
  readonly context: readonly string[];
};

/**
 * The links that suit a request best: first by context, then by what the reader can open, then by language.
 *
 * A wish that no link meets is left out of account, since a page in another language serves better than none.
 *
 * @returns more than one where the request does not tell them apart; never none of some
 * @source GS1-Conformant resolver 1.2.0: Accept, Accept-Language and `context` choose among links of one type
 */
export function bestLinks(links: readonly TargetLink[], { languages, types, context }: Wish): readonly TargetLink[] {
  if (links.length < 2) return links;
  const here =
    context.length > 0 ? links.filter(({ context: own }) => own?.some((each) => context.includes(each))) : [];
  const general = links.filter(({ context: own }) => own === undefined || own.length === 0);
  const inContext = here.length > 0 ? here : general.length > 0 ? general : links;
  const openable = heaviest(inContext, (link) =>
    link.type === undefined ? anyType(types) : typeWeight(types, link.type),
  );
  return heaviest(openable, (link) => languageOf(languages, link));
}

/**
 * The link for a reader's language and media type among the several default links of a thing.
 *
 * @returns undefined where none is in a language or of a type that was asked for
 * @source GS1-Conformant resolver 1.2.0, `gs1:defaultLinkMulti`
 */
export function defaultFor(links: readonly TargetLink[], wish: Wish): TargetLink | undefined {
  const suited = links.filter((link) => {
    if (link.hreflang !== undefined && link.hreflang.length > 0) return languageOf(wish.languages, link) > 0;
    if (link.context !== undefined && link.context.length > 0)
      return link.context.some((each) => wish.context.includes(each));
    return link.type !== undefined && wish.types.some(({ range, q }) => q > 0 && range === link.type);
  });
  return bestLinks(suited, wish)[0];
}

function languageOf(wanted: readonly Preference[], { hreflang }: TargetLink): number {
  return Math.max(0, ...(hreflang ?? []).map((each) => languageWeight(wanted, each)));
}

/** A target that does not say its type is opened by whoever takes anything. */
function anyType(types: readonly Preference[]): number {
  return types.find(({ range }) => range === "*/*")?.q ?? 0;
}

function heaviest(links: readonly TargetLink[], weight: (link: TargetLink) => number): readonly TargetLink[] {
  const weights = links.map(weight);
  const most = Math.max(...weights);
  return most > 0 ? links.filter((_, n) => weights[n] === most) : links;
}
