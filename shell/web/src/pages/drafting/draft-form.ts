import type { DraftDetail, DraftEntry } from "@quanheng/contract/schemas/drafting.ts";
import { LIMIT_FIELDS } from "@quanheng/flow/selection/drafting/draft.ts";

export type LimitForm = DraftEntry["limits"][number] & { readonly key: string };
export type DraftForm = {
  readonly kind: DraftEntry["kind"];
  readonly number: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly scopeZh: string;
  readonly scopeEn: string;
  readonly products: readonly string[];
  readonly limits: readonly LimitForm[];
};

export const BLANK: DraftForm = {
  kind: "group",
  ...{ number: "", titleZh: "", titleEn: "", scopeZh: "", scopeEn: "", products: [], limits: [] },
};

/** A limit that is not kept yet; the key tells it from its neighbours. */
export function blankLimit({ limits }: DraftForm): LimitForm {
  const last = limits.reduce((most, { key }) => Math.max(most, Number(/^new-(\d+)$/.exec(key)?.[1] ?? 0)), 0);
  return { key: `new-${last + 1}`, id: null, texts: {}, rationale: "" };
}

/** A draft as the form edits it. */
export function formOf({ kind, number, title, scope, products, limits }: DraftDetail): DraftForm {
  return {
    ...{ kind, number, titleZh: title.zh, titleEn: title.en, scopeZh: scope.zh, scopeEn: scope.en },
    products: products.map(({ id }) => id),
    limits: limits.map(({ id, texts, rationale }) => ({ key: id, id, texts, rationale })),
  };
}

/** What is sent: only the fields that are filled in. */
export function entryOf({ kind, number, titleZh, titleEn, scopeZh, scopeEn, products, limits }: DraftForm): DraftEntry {
  return {
    ...{ kind, number: number.trim(), products: [...products] },
    title: { zh: titleZh.trim(), en: titleEn.trim() },
    scope: { zh: scopeZh.trim(), en: scopeEn.trim() },
    limits: limits.map(({ id, texts, rationale }) => ({
      ...{ id, rationale: rationale.trim() },
      texts: Object.fromEntries(LIMIT_FIELDS.flatMap((field) => (texts[field]?.trim() ? [[field, texts[field]]] : []))),
    })),
  };
}

export function isComplete({ number, titleZh, titleEn, products }: DraftForm): boolean {
  return [number, titleZh, titleEn].every((each) => each.trim().length > 1) && products.length > 0;
}
