import type { Vocabulary } from "@quanheng/flow/selection/library/vocabulary.ts";
import { INTERNATIONAL } from "@quanheng/flow/selection/library/within-document.ts";
import type { Reference } from "../../store/reference.ts";

/** What a proposed row may name, as the library is known now. */
export function vocabularyOf(reference: Reference): Vocabulary {
  return {
    products: new Set(reference.products.keys()),
    markets: new Set([...reference.markets.keys(), ...INTERNATIONAL]),
    documents: new Set(reference.documents.keys()),
    records: reference.documents,
    methods: new Set(reference.methods.keys()),
    characteristics: new Map([...reference.characteristics].map(([id, { unit }]) => [id, unit ?? null])),
  };
}
