import { posix } from "node:path";
import type { Finding, Source } from "./rules.ts";

const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g;

/** Links between the project's own documents that lead nowhere. */
export function linkFindings(sources: readonly Source[], exists: (path: string) => boolean): Finding[] {
  return sources
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) =>
        [...line.matchAll(LINK)]
          .map((match) => posix.join(posix.dirname(path), match[1] ?? ""))
          .filter((target) => !exists(target))
          .map((target) => ({ path, line: index + 1, sentence: `the link to ${target} leads nowhere` })),
      ),
    );
}
