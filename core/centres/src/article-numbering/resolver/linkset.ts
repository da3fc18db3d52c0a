import type { ResolverItem, TargetLink } from "./item.ts";

/** A linkset as JSON: one context for each level that is known, finest first. */
export type LinksetDocument = { readonly linkset: readonly Readonly<Record<string, unknown>>[] };

/**
 * What is known of a thing, as a linkset.
 *
 * @param origin address of the resolver, without a slash at its end
 * @source RFC 9264, 4.2; GS1 linkset schema
 */
export function linksetDocument(origin: string, items: readonly ResolverItem[]): LinksetDocument {
  return {
    linkset: items.map(({ path, description, links }) => ({
      anchor: `${origin}${path}`,
      itemDescription: description,
      ...Object.fromEntries(Object.entries(links).map(([relation, targets]) => [relation, targets.map(bare)])),
    })),
  };
}

/** The members that the schema knows, and those only. */
function bare({ href, title, type, hreflang, context, fwqs }: TargetLink): Readonly<Record<string, unknown>> {
  return {
    href,
    title,
    ...(type !== undefined && { type }),
    ...(hreflang !== undefined && hreflang.length > 0 && { hreflang }),
    ...(context !== undefined && context.length > 0 && { context }),
    ...(fwqs === false && { fwqs }),
  };
}

/**
 * The terms by which a linkset reads as JSON-LD.
 *
 * @source RFC 9264, A.2; GS1-Conformant resolver 1.2.0: context file of the linkset
 */
export const LINKSET_CONTEXT = {
  "@context": {
    "@version": 1.1,
    "@vocab": "https://ref.gs1.org/voc/",
    linkset: { "@id": "@graph", "@container": "@graph" },
    anchor: "@id",
    href: "@id",
    itemDescription: "http://purl.org/dc/terms/description",
    title: "http://purl.org/dc/terms/title",
    type: "http://purl.org/dc/terms/format",
    hreflang: { "@id": "http://purl.org/dc/terms/language", "@container": "@set" },
  },
} as const;
