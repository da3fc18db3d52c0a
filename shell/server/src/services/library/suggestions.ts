import { CHARACTERISTIC_TERMS, PRODUCT_TERMS, regionalTexts } from "@quanheng/centres/standards/terms.ts";
import type {
  listSuggestions as Contract,
  SUGGESTED,
  Suggestion,
} from "@quanheng/contract/routes/library-suggestions.ts";
import { type Named, suggest } from "@quanheng/flow/selection/library/suggest.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { cursorOf, type PageOf, readCursor } from "../../store/page.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { reading } from "../../store/transaction.ts";

type Kind = (typeof SUGGESTED)[number];
type Entry = Named & { readonly name: Bilingual; readonly unit: string | null };

/** What a typed text may stand for, as the library is known now, paged. */
export async function pageSuggestions(
  context: Context,
  kind: Kind,
  query: z.output<(typeof Contract)["query"]>,
): Promise<PageOf<z.output<typeof Suggestion>>> {
  return reading(context, async (tx) => {
    const found = suggest(entriesOf(kind, await readReference(tx)), query.text ?? "");
    const after = readCursor(query.after, 1)?.[0];
    const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
    const page = found.slice(start, start + query.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ id, name, unit }) => ({ id, name, unit })),
      next: last && start + page.length < found.length ? cursorOf(last.id) : null,
    };
  });
}

function entriesOf(kind: Kind, reference: Reference): readonly Entry[] {
  switch (kind) {
    case "characteristic":
      return [...reference.characteristics.values()].map(({ id, name, unit }) =>
        entry(id, name, regionalTexts(CHARACTERISTIC_TERMS[id]), unit),
      );
    case "product":
      return [...reference.products.values()].map(({ id, name }) => entry(id, name, regionalTexts(PRODUCT_TERMS[id])));
    case "method":
      return [...reference.methods.values()].map(({ id, title }) => entry(id, { zh: title, en: title }));
    case "document":
      return [...reference.documents.values()].map(({ id, title }) => entry(id, title));
  }
}

function entry(id: string, name: Bilingual, further: readonly string[] = [], unit: string | null = null): Entry {
  return { id, name, unit, texts: [name.zh, name.en, ...further] };
}
