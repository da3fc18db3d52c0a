import { VOCABULARY } from "@quanheng/formats/gs1/vocabulary/link-type.ts";
import type { Asked } from "./asked.ts";
import { bestLinks, defaultFor, type Wish } from "./choose.ts";
import type { ResolverItem, TargetLink } from "./item.ts";

export const DEFAULT_LINK = `${VOCABULARY}defaultLink`;
export const DEFAULT_LINK_MULTI = `${VOCABULARY}defaultLinkMulti`;

/** What a resolver does with a request. */
export type ResolverAnswer =
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "linkset"; readonly items: readonly ResolverItem[] }
  /** Several links between which the request does not choose. */
  | {
      readonly kind: "choices";
      readonly item: ResolverItem;
      readonly relation: string;
      readonly links: readonly TargetLink[];
    }
  | { readonly kind: "gone"; readonly item: ResolverItem }
  /** The thing is known, a link of this type is not. */
  | { readonly kind: "no-such-link" }
  | { readonly kind: "unknown" };

/**
 * Answers a request from what is known of the levels of its key.
 *
 * The most telling level that has a link of the wanted type counts; a plain request is led to the default link, or to
 * the one in the reader's language where there are several. A withdrawn level ends the walk upwards.
 *
 * @param known the items of the levels that were asked for, finest first; unknown levels are left out
 * @param asLinkset whether the linkset was asked for, by `linkType` or by `Accept`
 * @source GS1-Conformant resolver 1.2.0; status of withdrawn things: RFC 9110, 15.5.11
 */
export function answerTo(
  asked: Asked,
  known: readonly ResolverItem[],
  wish: Wish,
  asLinkset = asked.relation === "linkset",
): ResolverAnswer {
  const [finest] = known;
  if (finest === undefined) return { kind: "unknown" };
  if (finest.withdrawn) return { kind: "gone", item: finest };
  const items = known.filter(({ withdrawn }) => !withdrawn);
  if (asLinkset) return { kind: "linkset", items };
  return asked.relation === undefined ? byDefault(asked, items, wish) : byRelation(asked, asked.relation, items, wish);
}

function byRelation(asked: Asked, relation: string, items: readonly ResolverItem[], wish: Wish): ResolverAnswer {
  const item = items.find(({ links }) => linksOf(links, relation).length > 0);
  if (item === undefined) return { kind: "no-such-link" };
  const best = bestLinks(linksOf(item.links, relation), wish);
  const [only] = best;
  return best.length === 1 && only
    ? { kind: "redirect", location: withQuery(only, asked.query) }
    : { kind: "choices", item, relation, links: best };
}

function byDefault(asked: Asked, items: readonly ResolverItem[], wish: Wish): ResolverAnswer {
  for (const { links } of items) {
    const link = defaultFor(linksOf(links, DEFAULT_LINK_MULTI), wish) ?? linksOf(links, DEFAULT_LINK)[0];
    if (link) return { kind: "redirect", location: withQuery(link, asked.query) };
  }
  return { kind: "no-such-link" };
}

function linksOf(links: ResolverItem["links"], relation: string): readonly TargetLink[] {
  return Object.hasOwn(links, relation) ? links[relation]! : [];
}

/**
 * The address of a link with the query of the request, as it stood, behind its own.
 *
 * @source GS1-Conformant resolver 1.2.0: all pairs are passed on unless the link forbids it
 * @example withQuery({ href: "https://a.example/c/1?lang=en", title: "" }, "foo=bar") // → "https://a.example/c/1?lang=en&foo=bar"
 */
export function withQuery({ href, fwqs }: TargetLink, query: string): string {
  if (query === "" || fwqs === false) return href;
  const hash = href.indexOf("#");
  const address = hash < 0 ? href : href.slice(0, hash);
  const joint = address.includes("?") ? (/[?&]$/.test(address) ? "" : "&") : "?";
  return `${address}${joint}${query}${hash < 0 ? "" : href.slice(hash)}`;
}
