/** One file as the rules see it: path from the root with forward slashes, and its text. */
export type Source = { readonly path: string; readonly text: string };
export type Finding = { readonly path: string; readonly line: number; readonly sentence: string };
type Rule = { readonly applies: (path: string) => boolean; readonly pattern: RegExp; readonly sentence: string };

const code = (path: string): boolean => /\.(ts|tsx|mjs|cjs|sql)$/.test(path);
const script = (path: string): boolean => /\.(ts|tsx|mjs|cjs)$/.test(path);
const self = (path: string): boolean => path.startsWith("tools/src/tidy/");
const text = (path: string): boolean => /\.(ts|tsx|mjs|cjs|sql|md|json|typ|yaml|css|html)$/.test(path);

const RULES: readonly Rule[] = [
  { applies: code, pattern: /\b(TODO|FIXME|XXX|HACK)\b/, sentence: "unfinished work is an issue, not a comment" },
  {
    applies: script,
    pattern: /\b(test|it|describe)\.(only|skip|todo)\b/,
    sentence: "a test that is left out says why at run time (`runIf`)",
  },
  {
    applies: script,
    pattern: /@ts-(ignore|expect-error|nocheck)|\bas any(?=\s*(?:[;,)\]}.]|$))/,
    sentence: "the types are asked, not silenced",
  },
  {
    applies: (path) => path.startsWith("core/") && script(path) && !path.includes(".test."),
    pattern: /\b(Math\.random|Date\.now|performance\.now|new Date\()/,
    sentence: "core has no clock and no randomness: take them as values",
  },
  {
    applies: script,
    pattern: /from "(\.\.\/)+(core|shell|tools|tests)\//,
    sentence: "cross a package border by its name",
  },
  {
    applies: (path) => text(path) && path !== "package-lock.json",
    pattern: /(^|[\s"'(`=])\/(home|Users|work)\//,
    sentence: "no machine paths",
  },
  {
    applies: (path) => path === "package-lock.json" || path.endsWith(".npmrc"),
    pattern: /"resolved": "https?:|registry=/,
    sentence: "the lock and the settings name no registry",
  },
];

/** What single lines break. */
export function lineFindings({ path, text: content }: Source): Finding[] {
  if (self(path)) return [];
  const rules = RULES.filter(({ applies }) => applies(path));
  if (rules.length === 0) return [];
  return content
    .split("\n")
    .flatMap((line, index) =>
      rules.filter(({ pattern }) => pattern.test(line)).map(({ sentence }) => ({ path, line: index + 1, sentence })),
    );
}

/** What the set of files breaks: barrels, data without source, migrations out of order. */
export function houseFindings(paths: readonly string[]): Finding[] {
  const all = new Set(paths);
  const findings: Finding[] = [];
  const say = (path: string, sentence: string): number => findings.push({ path, line: 1, sentence });

  for (const path of paths) {
    if (/^(core|shell)\/.*\/index\.tsx?$/.test(path)) say(path, "no barrels: import the file that has it");
    const folder = /^data\/([^/]+)\//.exec(path)?.[1];
    if (folder && !all.has(`data/${folder}/SOURCE.md`))
      say(path, `data/${folder} has no SOURCE.md: origin, edition, licence, date`);
  }
  const numbers = paths.flatMap((path) => /^shell\/server\/migrations\/(\d{4})-[a-z0-9-]+\.sql$/.exec(path)?.[1] ?? []);
  for (const number of numbers.filter((value, index) => numbers.indexOf(value) !== index)) {
    say(`shell/server/migrations/${number}`, "two migrations have one number");
  }
  return findings;
}
