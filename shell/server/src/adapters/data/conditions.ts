import type { ItemCondition, ItemQuestion } from "@quanheng/flow/determination/item-facts.ts";
import { z } from "zod";
import { readDataFile } from "./data-file.ts";

const Bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const Digits = z.string().regex(/^\d+(\.\d+)?$/);
const Question = z.discriminatedUnion("kind", [
  z.object({
    id: z.string(),
    kind: z.literal("choice"),
    label: Bilingual,
    hint: Bilingual.exactOptional(),
    choices: z.array(z.object({ value: z.string(), label: Bilingual })).min(2),
  }),
  z.object({
    id: z.string(),
    kind: z.literal("number"),
    label: Bilingual,
    hint: Bilingual.exactOptional(),
    unit: z.string(),
    least: Digits,
    most: Digits,
  }),
]);
const Test = z.object({
  question: z.string(),
  is: z.array(z.string()).exactOptional(),
  above: Digits.exactOptional(),
  from: Digits.exactOptional(),
  below: Digits.exactOptional(),
  to: Digits.exactOptional(),
  otherwise: z.enum(["does-not-apply", "other-limit"]),
});
const Conditions = z.object({
  questions: z.array(Question),
  conditions: z.array(
    z.object({ product: z.string(), condition: z.string(), label: Bilingual, tests: z.array(Test).min(1) }),
  ),
  unasked: z.array(z.object({ product: z.string(), condition: z.string(), because: Bilingual })),
});

export type Conditions = {
  readonly questions: ReadonlyMap<string, ItemQuestion>;
  readonly conditions: readonly ItemCondition[];
  /** Conditions that no fact of the item settles, with the reason. */
  readonly unasked: z.infer<typeof Conditions>["unasked"];
};

let kept: Promise<Conditions> | undefined;

/** What is asked of items and under which answers the conditions of requirements hold; read once. */
export function readConditions(): Promise<Conditions> {
  kept ??= readDataFile("conditions/conditions.json").then((data) => {
    const { questions, conditions, unasked } = Conditions.parse(data);
    return { questions: new Map(questions.map((question) => [question.id, question])), conditions, unasked };
  });
  return kept;
}
