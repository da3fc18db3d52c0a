import { IDENTIFIERS } from "@quanheng/formats/gs1/dictionary/identifier.ts";
import { applicationIdentifier } from "@quanheng/formats/gs1/dictionary/lookup.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs } from "./engine.ts";

/** An identifier as the parsed dictionary has it. */
type Entry = {
  readonly ai: string;
  readonly title: string;
  readonly fnc1Required: boolean;
  readonly dlDataAttribute: boolean;
  readonly components: readonly {
    readonly cset: string;
    readonly min: number;
    readonly max: number;
    readonly optional: boolean;
    readonly linters: readonly string[];
  }[];
  readonly requires: readonly (readonly (readonly string[])[])[];
  readonly excludes: readonly string[];
  readonly dlPrimaryKey: boolean;
  readonly dlQualifierSequences: readonly (readonly string[])[] | null;
};

/** Every fact of every identifier, and that we have no identifier besides. */
export function dictionaryCases(content: unknown): readonly CaseResult[] {
  const { ais } = content as { readonly ais: readonly Entry[] };
  return [
    compared("dictionary, count", "", [differs("identifiers", IDENTIFIERS.length, ais.length)].filter(Boolean)),
    ...ais.map(entryCase),
  ];
}

function entryCase(entry: Entry): CaseResult {
  const found = applicationIdentifier(entry.ai);
  const components = found?.components.map(({ set, least, most, optional, names }) => {
    return { cset: set, min: least, max: most, optional, linters: names };
  });
  return compared(
    `dictionary ${entry.ai}`,
    entry.ai,
    [
      differs("title", found?.title, entry.title),
      differs("separator", found && !found.fixed, entry.fnc1Required),
      differs("attribute", found?.attribute, entry.dlDataAttribute),
      differs("components", components, entry.components),
      differs("needs", found?.needs, entry.requires),
      differs("bars", found?.bars, entry.excludes),
      differs("key", found?.qualifiers ?? null, entry.dlQualifierSequences),
    ].filter(Boolean),
  );
}

/** The dictionary as it is published: identifiers, components and titles line by line. */
export function dictionaryTextCases(text: string): readonly CaseResult[] {
  const lines = text.split("\n").filter((line) => /^\d/.test(line));
  return lines.map((line) => {
    const [before = "", title = ""] = line.split(/\s+#\s(.*)$/);
    const [range = ""] = before.split(/\s+/);
    const build = before.split(/\s+/).filter((part) => /^\[?[NXYZ](?:\.\.)?\d/.test(part));
    const [first = "", last = first] = range.split("-");
    const ends = [first, last].map((ai) => applicationIdentifier(ai));
    return compared(
      `dictionary line ${range}`,
      line,
      ends
        .flatMap((found) => [
          differs("title", found?.title, title.trim()),
          differs("components", found?.components.map(written), build),
        ])
        .filter(Boolean),
    );
  });
}

function written({ set, least, most, optional, names }: (typeof IDENTIFIERS)[number]["components"][number]): string {
  const build = `${set}${least === most ? "" : ".."}${most}`;
  return [optional ? `[${build}]` : build, ...names].join();
}
