import type { ResolverItem as Known, TargetLink } from "@quanheng/centres/article-numbering/resolver/item.ts";
import type { ResolverItem } from "@quanheng/contract/schemas/resolver.ts";

/** One link as it stands in the form: everything as it was typed. */
export type LinkDraft = {
  readonly key: number;
  readonly relation: string;
  readonly href: string;
  readonly title: string;
  readonly type: string;
  readonly hreflang: string;
  readonly context: string;
  /** Taken along unseen from what was imported. */
  readonly fwqs?: boolean | undefined;
};
export type ItemDraft = {
  readonly path: string;
  readonly version: number;
  readonly description: string;
  readonly withdrawn: boolean;
  readonly links: readonly LinkDraft[];
};

export const VOC = "https://ref.gs1.org/voc/";

let made = 0;
/** A line of the form that nothing stands in. */
export function emptyLink(relation = `${VOC}pip`): LinkDraft {
  return { key: ++made, relation, href: "", title: "", type: "", hreflang: "", context: "" };
}

/** A new item begins with its default link and the type that describes it. */
export function emptyItem(): ItemDraft {
  return {
    path: "",
    version: 0,
    description: "",
    withdrawn: false,
    links: [emptyLink(`${VOC}defaultLink`), emptyLink()],
  };
}

/** An item as the form shows it. */
export function draftOf({ path, version, description, withdrawn, links }: ResolverItem): ItemDraft {
  return {
    ...{ path, version, description, withdrawn },
    links: Object.entries(links).flatMap(([relation, targets]) =>
      targets.map(({ href, title, type = "", hreflang = [], context = [], fwqs }) => ({
        ...emptyLink(relation),
        ...{ href, title, type, fwqs },
        hreflang: hreflang.join(", "),
        context: context.join(", "),
      })),
    ),
  };
}

/** What the form says, with the place of each link in the form for complaints. */
export function itemOf({ path, description, withdrawn, links }: ItemDraft): Known {
  const grouped: Record<string, TargetLink[]> = {};
  for (const link of links) {
    const target: TargetLink = {
      href: link.href.trim(),
      title: link.title.trim(),
      ...(link.type.trim() && { type: link.type.trim() }),
      ...(words(link.hreflang).length > 0 && { hreflang: words(link.hreflang) }),
      ...(words(link.context).length > 0 && { context: words(link.context) }),
      ...(link.fwqs === false && { fwqs: false }),
    };
    grouped[link.relation] = [...(grouped[link.relation] ?? []), target];
  }
  return { path: path.trim(), description: description.trim(), withdrawn, links: grouped };
}

function words(text: string): string[] {
  return text.split(/[\s,，、;]+/).filter((word) => word !== "");
}
