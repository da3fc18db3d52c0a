import { refuse } from "./refusals.ts";

/** What a label must bear, as `data/methods/gb7718-2011-label.json` keeps it. */
export type LabelTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly items: readonly { readonly name: string; readonly zh: string; readonly en: string }[];
};
/** How an item of a label was found; an exemption of the document makes it not applicable. */
export type LabelItemState = "there" | "missing" | "not-applicable";

/**
 * The items that a label lacks.
 *
 * @param found how each item of the table was found
 * @throws Refusal `limit-not-loaded` for an item that nobody looked for
 * @example missingItems({ document: "", status: "recalled", items: [{ name: "a", zh: "", en: "" }, { name: "b", zh: "", en: "" }] }, { a: "there", b: "missing" }) // → ["b"]
 * @source GB 7718-2011, 4.1.1.1 and the exemptions of 4.3 (recalled)
 */
export function missingItems(
  { document, items }: LabelTable,
  found: Readonly<Record<string, LabelItemState>>,
): readonly string[] {
  return items.flatMap(({ name }) => {
    const state = found[name] ?? refuse("limit-not-loaded", { item: name, table: document });
    return state === "missing" ? [name] : [];
  });
}
