export type NewFile = { readonly path: string; readonly text: string };

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A method's function and its test, which fails until the published numbers are in it. */
export function methodFiles(place: string, name: string): readonly NewFile[] {
  const folder = `core/centres/src/${place}`;
  const up = "../".repeat(place.split("/").length);
  const fn = camel(name);
  return [
    {
      path: `${folder}/${name}.ts`,
      text: `import { refuse } from "${up}refusals.ts";

/** What is read, each with its unit in brackets. */
export type ${fn[0]?.toUpperCase()}${fn.slice(1)}Run = {
  /** Readings of one portion; at least two. [unit] */
  readonly readings: readonly number[];
};

/**
 * What it determines, and its formula as the standard prints it.
 *
 * @returns value [unit]
 * @throws Refusal \`too-few-readings\` for fewer than two readings
 * @source document, edition, clause
 */
export function ${fn}({ readings }: ${fn[0]?.toUpperCase()}${fn.slice(1)}Run): number {
  if (readings.length < 2) refuse("too-few-readings", { given: readings.length, needed: 2 });
  return readings.reduce((sum, reading) => sum + reading, 0) / readings.length;
}
`,
    },
    {
      path: `${folder}/${name}.test.ts`,
      text: `import { expect, test } from "vitest";
import { ${fn} } from "./${name}.ts";

test("the published example of ${name}", () => {
  expect(${fn}({ readings: [] }), "replace by the numbers as printed, with document and clause").toBe("as printed");
});
`,
    },
  ];
}

export function migrationFile(number: string, what: string): NewFile {
  return {
    path: `shell/server/migrations/${number}-${what}.sql`,
    text: `-- What this adds and why.

CREATE TABLE ${what.replaceAll("-", "_")} (
  id             text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution (id)
);
ALTER TABLE ${what.replaceAll("-", "_")} ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ${what.replaceAll("-", "_")} FOR SELECT TO quanheng_app USING (institution_id = qh_party());
GRANT SELECT ON ${what.replaceAll("-", "_")} TO quanheng_app;
`,
  };
}

export function pageFiles(stage: string, name: string): readonly NewFile[] {
  const key = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  return [
    {
      path: `shell/web/src/pages/${stage}/${name}Page.tsx`,
      text: `import { Page } from "../../components/Page.tsx";
import { useText } from "../../i18n/use-text.ts";

/** What a person does here, and what comes next. */
export function ${name}Page() {
  const text = useText("${stage}");
  return <Page title={text("${key}.title")}>{text("${key}.empty")}</Page>;
}
`,
    },
  ];
}

export function adrFile(number: string, what: string): NewFile {
  return {
    path: `docs/adr/${number}-${what}.md`,
    text: `# ${number} ${what.replaceAll("-", " ")}\n\n**Decision.** \n\n**Why.** \n\n**Consequences.** \n`,
  };
}
