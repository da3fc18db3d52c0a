import { expect, test } from "vitest";
import { constrainedLink } from "./constrain.ts";
import { parseLinkOrCorrect } from "./correct.ts";
import { parseLink } from "./parse.ts";
import { writeLink } from "./write.ts";

const GTIN = "09521234543213";
const problemOf = (text: string) => {
  const read = parseLinkOrCorrect(text);
  return read.ok ? undefined : read.problem;
};

test("an address gives key and qualifiers first, then its query, and what is no identifier apart", () => {
  const read = parseLink(`https://id.example.org/q/01/${GTIN}/10/A%2F1?17=261130&lang=zh&x#top`);
  expect(read.ok && read.value).toMatchObject({
    host: "id.example.org",
    stem: "https://id.example.org/q",
    inPath: 2,
    ignored: ["lang=zh", "x"],
    elements: [
      { ai: "01", value: GTIN },
      { ai: "10", value: "A/1" },
      { ai: "17", value: "261130" },
    ],
  });
});

test.each([
  [`https://id.example.org/01/09521234543214`, "ai-linter-error", "4"],
  [`https://id.example.org/01/${GTIN}/10/A%20B`, "ai-linter-error", "%20"],
  [`https://id.example.org/01/${GTIN}/10/%41%20B`, "ai-linter-error", "%20"],
  [`https://user@example.org/01/${GTIN}`, "domain-contains-illegal-characters", "@"],
  [`https://id.example.org/01/${GTIN}\u202e`, "uri-contains-illegal-characters", "\u202e"],
  [`https://id.example.org/01/${GTIN}?89=1`, "unknown-ai-in-query-params", "89"],
] as const)("%j is refused as %s at %j", (text, code, bad) => {
  const problem = problemOf(text);
  expect(problem?.code).toBe(code);
  expect(text.slice(problem?.at, (problem?.at ?? 0) + (problem?.length ?? 0))).toBe(bad);
});

// Where only the form is wrong, the right address stands in the problem.
test.each([
  [`Https://id.example.org/01/${GTIN}`, `https://id.example.org/01/${GTIN}`],
  [`https://id.example.org/01/${GTIN}/`, `https://id.example.org/01/${GTIN}`],
  [`https://id.example.org/01/${GTIN}/21/7/10/A`, `https://id.example.org/01/${GTIN}/10/A/21/7`],
  [`https://id.example.org/01/${GTIN}?10=A&lang=zh`, `https://id.example.org/01/${GTIN}/10/A?lang=zh`],
  [`https://id.example.org/q/gtin/9521234543213/ser/7`, `https://id.example.org/q/01/${GTIN}/21/7`],
  [`https://id.example.org/01/9521234543213`, `https://id.example.org/01/${GTIN}`],
])("%s should be %s", (text, corrected) => expect(problemOf(text)?.corrected).toBe(corrected));

test.each([
  `https://id.example.org/01/${GTIN}?10=A&10=B`,
  "https://id.example.org/01/0952123454321/",
  "https://id.example.org/about/us",
  "javascript:alert(1)//01/09521234543213",
])("%s has no right form that is not guessed", (text) => {
  expect(problemOf(text)).toBeDefined();
  expect(problemOf(text)?.corrected).toBeUndefined();
});

test("a message without key has no address, and a lot of another key stays in the query", () => {
  expect(writeLink([{ ai: "10", value: "A" }])).toMatchObject({
    problem: { code: "cannot-create-dl-uri-without-primary-key-ai" },
  });
  const elements = [
    { ai: "253", value: "9520123456788X" },
    { ai: "01", value: GTIN },
    { ai: "10", value: "A" },
  ];
  expect(writeLink(elements)).toEqual({
    ok: true,
    value: `https://id.gs1.org/253/9520123456788X?01=${GTIN}&10=A`,
  });
});

test("the constrained form keeps the key and its finest level only", () => {
  expect(constrainedLink(`https://example.org/01/${GTIN}/22/2A/10/A/21/7?17=261130`)).toEqual({
    ok: true,
    value: `https://id.gs1.org/01/${GTIN}/21/7`,
  });
});
