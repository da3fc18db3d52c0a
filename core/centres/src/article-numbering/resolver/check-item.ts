import { checkLinkset } from "@quanheng/formats/gs1/linkset/check-linkset.ts";
import { LINK_TYPES, linkType, VOCABULARY } from "@quanheng/formats/gs1/vocabulary/link-type.ts";
import { DEFAULT_LINK, DEFAULT_LINK_MULTI } from "./answer.ts";
import { readAsked } from "./asked.ts";
import type { ResolverItem, TargetLink } from "./item.ts";

/** What can be wrong with an item that somebody wants to hang links on. */
export type ItemFault =
  | "path-wrong"
  | "description-missing"
  | "relation-unknown"
  | "target-unsafe"
  | "title-missing"
  | "language-wrong"
  | "media-type-wrong"
  | "default-missing"
  | "default-several"
  | "default-with-attributes"
  | "default-undescribed"
  | "too-many";

/** A fault with the relation and the position of the link, from 0. */
export type ItemProblem = { readonly fault: ItemFault; readonly relation?: string; readonly at?: number };

const MOST_LINKS = 100;
const LONGEST_ADDRESS = 2000;
const LONGEST_TEXT = 300;
const LANGUAGE = /^[a-z]{2}(?:-[A-Z]{2})?$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/i;

/**
 * Everything that is wrong with an item, in the order of its links.
 *
 * @param inherits whether a level above has the default link that every request needs
 * @source GS1-Conformant resolver 1.2.0: title, one default link without attributes, which is also described by a type
 */
export function itemProblems(item: ResolverItem, inherits = false): readonly ItemProblem[] {
  const relations = Object.entries(item.links);
  const count = relations.reduce((sum, [, links]) => sum + links.length, 0);
  return [
    ...when(isItemPath(item.path), "path-wrong"),
    ...when(item.description.trim() !== "" && item.description.length <= LONGEST_TEXT, "description-missing"),
    ...when(count <= MOST_LINKS, "too-many"),
    ...relations.flatMap(([relation, links]) => [
      ...(isRelation(relation) ? [] : [{ fault: "relation-unknown" as const, relation }]),
      ...links.flatMap((link, at) => linkFaults(link).map((fault) => ({ fault, relation, at }))),
    ]),
    ...(item.withdrawn ? [] : defaultFaults(item.links, inherits).map((fault) => ({ fault, relation: DEFAULT_LINK }))),
  ];
}

/** Whether a path is exactly how the resolver writes the level of a key. */
export function isItemPath(path: string): boolean {
  const read = path.includes("?") ? undefined : readAsked(path);
  return read?.ok === true && read.value.levels[0] === path;
}

/**
 * Whether an address may be led to: `http` or `https`, a host by name, no sign-in in it, no control characters. A link
 * with a script, with data or into somebody's own machine never gets into the resolver.
 */
export function isSafeTarget(href: string): boolean {
  if (href.length > LONGEST_ADDRESS || !/^https?:\/\/[!-~]+$/.test(href) || /[\\"<>^`{|}]/.test(href)) return false;
  const [, authority = ""] = /^https?:\/\/([^/?#]*)/.exec(href) ?? [];
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?$/i.test(authority);
}

function linkFaults({ href, title, type, hreflang }: TargetLink): readonly ItemFault[] {
  return [
    ...(isSafeTarget(href) ? [] : ["target-unsafe" as const]),
    ...(title.trim() === "" || title.length > LONGEST_TEXT ? ["title-missing" as const] : []),
    ...((hreflang ?? []).every((each) => LANGUAGE.test(each)) ? [] : ["language-wrong" as const]),
    ...(type === undefined || MEDIA_TYPE.test(type) ? [] : ["media-type-wrong" as const]),
  ];
}

function defaultFaults(links: ResolverItem["links"], inherits: boolean): readonly ItemFault[] {
  const defaults = links[DEFAULT_LINK] ?? [];
  const several = links[DEFAULT_LINK_MULTI] ?? [];
  const [only] = defaults;
  if (only === undefined) return inherits ? [] : ["default-missing"];
  const described = Object.entries(links).flatMap(([relation, targets]) =>
    relation === DEFAULT_LINK || relation === DEFAULT_LINK_MULTI ? [] : targets.map(({ href }) => href),
  );
  return [
    ...(defaults.length > 1 ? ["default-several" as const] : []),
    ...(only.type !== undefined || (only.hreflang ?? []).length > 0 || (only.context ?? []).length > 0
      ? ["default-with-attributes" as const]
      : []),
    ...([...defaults, ...several].every(({ href }) => described.includes(href))
      ? []
      : ["default-undescribed" as const]),
  ];
}

function when(fine: boolean, fault: ItemFault): readonly ItemProblem[] {
  return fine ? [] : [{ fault }];
}

/** A ratified link type by its full address, or a registered relation in small letters. */
function isRelation(relation: string): boolean {
  if (relation.startsWith(VOCABULARY)) return linkType(relation) !== undefined;
  return /^[a-z][a-z-]*$/.test(relation) && relation !== "linkset";
}

/** Relations that a form offers, by their full addresses. */
export const RELATIONS: readonly string[] = LINK_TYPES.map((name) => VOCABULARY + name);

/** One linkset document taken apart into items; problems as JSON pointers. Withdrawal is ours and not part of it. */
export function itemsOfLinkset(
  document: unknown,
): { readonly ok: true; readonly items: readonly ResolverItem[] } | { readonly ok: false; readonly at: string } {
  const [problem] = checkLinkset(document);
  if (problem) return { ok: false, at: `${problem.at} (${problem.code})` };
  const contexts = (document as { linkset: readonly Record<string, unknown>[] }).linkset;
  const items: ResolverItem[] = [];
  for (const [n, { anchor, itemDescription, ...relations }] of contexts.entries()) {
    const read = readAsked(String(anchor).replace(/^https?:\/\/[^/]+/, ""));
    if (!read.ok) return { ok: false, at: `/linkset/${n}/anchor (${read.problem.code})` };
    items.push({
      path: read.value.levels[0],
      description: String(itemDescription),
      withdrawn: false,
      links: relations as ResolverItem["links"],
    });
  }
  return { ok: true, items };
}
