import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type ExportedFunction, exportedFunctions } from "./exported-functions.ts";

/** A source file of the core with what it exports. `path` is relative to the package's `src`. */
export type SourceFile = { readonly path: string; readonly functions: readonly ExportedFunction[] };
export type CorePackage = {
  readonly name: "kernel" | "flow" | "centres" | "formats";
  readonly files: readonly SourceFile[];
};

/** The packages that others may want to import on their own. */
export const PACKAGES = ["kernel", "flow", "centres", "formats"] as const;

/** Every source file of a package that exports a function; tests and helpers of tests are no part of it. */
export function corePackage(root: string, name: CorePackage["name"]): CorePackage {
  const src = join(root, "core", name, "src");
  const files = sourcesUnder(src)
    .map((path) => ({ path: relative(src, path), functions: exportedFunctions(readFileSync(path, "utf8")) }))
    .filter(({ functions }) => functions.length > 0);
  return { name, files };
}

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "testing" ? [] : sourcesUnder(path);
      return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [path] : [];
    });
}

/** The pages of a package by their path: one for each of its folders. */
export function referencePages({ name, files }: CorePackage): Readonly<Record<string, () => string>> {
  const folders = Map.groupBy(files, ({ path }) => (dirname(path) === "." ? name : dirname(path).split("/").join("-")));
  return Object.fromEntries(
    [...folders].map(([folder, members]) => [
      `docs/reference/${name}/${folder}.md`,
      () => folderPage(name, folder, members),
    ]),
  );
}

function folderPage(name: string, folder: string, files: readonly SourceFile[]): string {
  const parts = files.map(({ path, functions }) =>
    [`## ${path}`, "", `\`@quanheng/${name}/${path}\``, ...functions.map(functionPart)].join("\n"),
  );
  return `# ${name}: ${folder}\n\nMade from the docstrings by \`npm run docs\`; do not edit. Every line of an example is also a test.\n\n${parts.join("\n\n")}\n`;
}

function functionPart({ name, signature, doc }: ExportedFunction): string {
  const lines = [`\n### ${name}`, "", "```ts", signature, "```", ""];
  if (!doc) return [...lines, "No description yet."].join("\n");
  const facts = [
    ...doc.params.map((param) => `- **${param.name}** ${param.text}`),
    ...(doc.returns ? [`- **returns** ${doc.returns}`] : []),
    ...(doc.throws ? [`- **throws** ${doc.throws}`] : []),
    ...(doc.source ? [`- **source** ${doc.source}`] : []),
  ];
  const examples = doc.examples.map(
    ({ expression, value, source }) => `${expression} // → ${value}${source ? ` (${source})` : ""}`,
  );
  return [
    ...lines,
    doc.text,
    ...(facts.length > 0 ? ["", ...facts] : []),
    ...(examples.length > 0 ? ["", "```ts", ...examples, "```"] : []),
  ].join("\n");
}
