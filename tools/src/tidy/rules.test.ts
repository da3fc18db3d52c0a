import { expect, test } from "vitest";
import { linkFindings } from "./links.ts";
import { houseFindings, lineFindings } from "./rules.ts";

test.each([
  ["core/kernel/src/a.ts", "// TO" + "DO later"],
  ["core/kernel/src/a.ts", "const at = Date" + ".now();"],
  ["core/kernel/src/a.test.ts", "test.on" + 'ly("x", run);'],
  ["shell/server/src/a.ts", "const row = value as" + " any;"],
  ["shell/server/src/a.ts", 'import { a } from "../../core/' + 'kernel/src/a.ts";'],
  ["docs/map.md", "see /ho" + "me/someone/quanheng"],
  ["package-lock.json", '      "resol' + 'ved": "https://example.org/a.tgz",'],
])("%s: %s is found", (path, line) => {
  expect(lineFindings({ path, text: `\n${line}\n` }).map((finding) => finding.line)).toEqual([2]);
});

test("ordinary lines are left alone", () => {
  const text =
    'const total = sum(values);\n// The method is done when the sample is dry.\nimport { a } from "@quanheng/kernel/a.ts";\n';
  expect(lineFindings({ path: "shell/server/src/a.ts", text })).toEqual([]);
});

test("a barrel, data without its source and two migrations of one number are found", () => {
  const paths = [
    "core/kernel/src/index.ts",
    "data/methods/sugar.json",
    "shell/server/migrations/0001-a.sql",
    "shell/server/migrations/0001-b.sql",
  ];
  expect(houseFindings(paths)).toHaveLength(3);
  expect(houseFindings([...paths.slice(1, 3), "data/methods/SOURCE.md"])).toEqual([]);
});

test("a link that leads nowhere is found, one that leads somewhere is not", () => {
  const sources = [{ path: "docs/map.md", text: "[a](adr/0001.md) [b](../README.md#top) [c](https://example.org)" }];
  expect(linkFindings(sources, (path) => path === "README.md").map(({ sentence }) => sentence)).toEqual([
    "the link to docs/adr/0001.md leads nowhere",
  ]);
});
