import { z } from "zod";
import { PRIVATE_IDS } from "./private-rows.ts";

/**
 * A value that a schema accepts, naming rows of someone else wherever it takes an id: for tests that knock on every door.
 *
 * @throws when the schema accepts nothing this knows; add a candidate then
 */
export function example(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undefined;
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape).map(([name, field]) => [name, example(field as z.ZodType)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodArray) return arrayOf(schema);
  if (schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion) {
    const made = example(schema.options[0] as z.ZodType);
    if (schema.safeParse(made).success) return made;
  }
  const found = CANDIDATES.find((candidate) => schema.safeParse(candidate).success);
  if (found === undefined)
    throw new Error(`no example of ${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" }))}`);
  return found;
}

function arrayOf(schema: z.ZodArray): unknown {
  for (const length of [0, 1, 2]) {
    const items = Array.from({ length }, () => example(schema.element as z.ZodType));
    if (schema.safeParse(items).success) return items;
  }
  throw new Error("no example of an array with more than two items");
}

const CANDIDATES: readonly unknown[] = [
  ...Object.values(PRIVATE_IDS),
  "ins-sugarlab",
  "ofr-sugarlab",
  "per-analystsugarlab1",
  "mem-analystsugarlab1",
  "equ-sugarlab",
  "req-sugar",
  "imp-sugarlab",
  "rcg-sugarlab",
  "tnt-sugarlab",
  "G/TBT/N/VNM/1",
  "2026-03-02",
  "2026-03-02T00:00:00Z",
  "1.5",
  "CN",
  "some text of a form",
  "0".repeat(64),
  "white-sugar",
  "01",
  "09529999000002",
  20,
  1,
  0,
  true,
  [],
];
