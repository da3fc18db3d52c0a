import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { linkFindings } from "./links.ts";
import { houseFindings, lineFindings } from "./rules.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const paths = projectFiles();
const sources = paths
  .filter(
    (path) =>
      /\.(ts|tsx|mjs|cjs|sql|md|json|typ|yaml|css|html|npmrc)$/.test(path) &&
      !path.startsWith("tools/src/imports/broken/"),
  )
  .filter((path) => statSync(join(root, path)).size < 4_000_000)
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const findings = [
  ...sources.flatMap(lineFindings),
  ...houseFindings(paths),
  ...linkFindings(sources, (path) => existsSync(join(root, path))),
];
for (const { path, line, sentence } of findings) process.stdout.write(`${path}:${line} ${sentence}\n`);

// Guidance, not a gate: a long table may stay whole, a long file may hide a second noun.
const long = sources
  .filter(({ path, text }) => /\.(ts|tsx)$/.test(path) && text.split("\n").length > 300)
  .map(({ path, text }) => `${path} (${text.split("\n").length})`);
if (long.length > 0) process.stdout.write(`longer than 300 lines, look for the second noun: ${long.join(", ")}\n`);
process.stdout.write(`tidy: ${sources.length} files, ${findings.length} findings\n`);
process.exit(findings.length > 0 ? 1 : 0);

/** The files git knows; in a copy without git, every file that is not generated. */
function projectFiles(): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 << 20,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return [...new Set(listed.split("\0"))].filter((path) => path !== "" && existsSync(join(root, path)));
  } catch {
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter(
        (path) => !/(^|\/)(node_modules|dist|var|out|\.git)(\/|$)/.test(path) && statSync(join(root, path)).isFile(),
      );
  }
}
