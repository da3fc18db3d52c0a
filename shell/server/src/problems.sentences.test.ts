import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../contract/src/messages/problems");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** Codes that two packages mean alike, and the reasons of signatures, which have a list of their own. */
const SHARED = ["unit-mismatch", "certificate-unreadable"];

test("a refusal has one sentence: where two catalogues are put together, neither hides the other's", () => {
  const places = files.flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/^ {2}"?([a-z][a-z0-9-]*)"?: \{/gm)].map(
      ([, code = ""]) => [code, name] as const,
    ),
  );
  const twice = Map.groupBy(places, ([code]) => code);
  expect(places.length).toBeGreaterThan(300);
  expect([...twice].filter(([code, at]) => at.length > 1 && !SHARED.includes(code)).map(([code]) => code)).toEqual([]);
});
