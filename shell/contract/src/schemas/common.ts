import { type IdKind, isId } from "@quanheng/kernel/id.ts";
import { z } from "zod";

/** An id of one kind in its text form, e.g. `com-01hf…`. */
export function idOf<Kind extends IdKind>(kind: Kind) {
  return z
    .custom<`${Kind}-${string}`>((value) => typeof value === "string" && isId(kind, value), {
      error: `not an id of kind ${kind}`,
    })
    .meta({ type: "string" });
}

export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export const IsoDate = z.iso.date();
export const IsoTime = z.iso.datetime({ offset: true });
/** A number as text, exact: never a binary float on the wire where it decides something. */
export const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
/** Money in fen (0.01 CNY). */
export const Fen = z.number().int().nonnegative();
export const MarketCode = z.string().min(2).max(8);

/** Keyset paging: pass `after` from the previous answer's `next`. */
export const PageQuery = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** application/problem+json: the code and its facts; the sentence is made from the catalogues. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()).default({}),
  fields: z
    .array(z.object({ path: z.string(), code: z.string(), facts: z.record(z.string(), z.unknown()).default({}) }))
    .optional(),
  sentence: Bilingual.optional(),
});
export type Problem = z.infer<typeof Problem>;
