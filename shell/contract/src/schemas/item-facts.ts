import { z } from "zod";
import { Bilingual, IsoTime, idOf } from "./common.ts";

/** One question about the item with what was answered; the newest statement holds, the earlier ones stay. */
export const ItemFact = z.object({
  question: z.string(),
  label: Bilingual,
  hint: Bilingual.nullable(),
  kind: z.enum(["choice", "number"]),
  choices: z.array(z.object({ value: z.string(), label: Bilingual })),
  unit: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  /** Requirements that turn on it, each by its condition. */
  conditions: z.array(z.object({ label: Bilingual, rows: z.number().int() })),
  value: z.string().nullable(),
  statements: z.array(z.object({ value: z.string(), by: Bilingual, at: IsoTime })),
});
export type ItemFact = z.infer<typeof ItemFact>;

export const ItemFactsView = z.object({
  commissionId: idOf("com"),
  number: z.string(),
  itemName: Bilingual,
  /** How many statements there are; sent back with new ones. */
  version: z.number().int(),
  facts: z.array(ItemFact),
  /** Conditions that no fact of the item settles, with the reason. */
  unasked: z.array(z.object({ condition: z.string(), because: Bilingual })),
  mayState: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
});
export type ItemFactsView = z.infer<typeof ItemFactsView>;

export const ItemAnswers = z.object({
  version: z.number().int(),
  answers: z
    .array(z.object({ question: z.string().max(60), value: z.string().max(100) }))
    .min(1)
    .max(100),
});
