import { draftKey, dropDraft, readDraft, writeDraft } from "../../components/draft-store.ts";
import type { FormValue } from "./form-value.ts";

/** What the guided question hands over to the form of a commission, across signing in. */
export type Ordered = Pick<
  FormValue,
  "product" | "nameZh" | "nameEn" | "markets" | "claims" | "appliesOn" | "neededBy" | "sampleAvailableG"
>;

const KEY = draftKey("nobody", "commission.ordered");

export function keepOrdered(form: FormValue): void {
  const { product, nameZh, nameEn, markets, claims, appliesOn, neededBy, sampleAvailableG } = form;
  const value: Ordered = { product, nameZh, nameEn, markets, claims, appliesOn, neededBy, sampleAvailableG };
  writeDraft(globalThis.localStorage, KEY, { value, version: 0, savedAt: new Date().toISOString() });
}

/** What was handed over, once; null when nothing was. */
export function takeOrdered(): Ordered | null {
  const kept = readDraft<Ordered>(globalThis.localStorage, KEY);
  dropDraft(globalThis.localStorage, KEY);
  return kept?.value ?? null;
}
