import { DCC_NEWEST } from "./dcc-newest.ts";
import { DCC_OLDER } from "./dcc-older.ts";
import { DSI_NEWEST, DSI_OLDER } from "./dsi.ts";
import { type ComplexRule, complexRule, type Grammar, isSimple } from "./notation.ts";

/** Versions of the certificate that we read, the newest first. */
export const DCC_VERSIONS = ["3.3.0", "3.2.1", "3.2.0", "3.1.2", "3.1.1", "3.1.0", "3.0.0", "2.4.0", "2.3.0"] as const;
export type DccVersion = (typeof DCC_VERSIONS)[number];

/** The version of D-SI that each version of the certificate takes in. @source PTB, DCC XML schemas, their imports */
export const DSI_OF: Readonly<Record<DccVersion, string>> = {
  "3.3.0": "2.2.1",
  "3.2.1": "2.1.0",
  "3.2.0": "2.1.0",
  "3.1.2": "2.1.0",
  "3.1.1": "2.1.0",
  "3.1.0": "2.1.0",
  "3.0.0": "2.0.0",
  "2.4.0": "1.3.1",
  "2.3.0": "1.3.0",
};

/** The rules of one version. */
export type Schema = {
  /** The rule of a simple type; undefined for types of XML schema itself. */
  simple(type: string): string | undefined;
  /** The rule of a type that holds elements; undefined for a simple one. */
  complex(type: string): ComplexRule | undefined;
};

const SCHEMAS = new Map<string, Schema>();

/** The rules of a version of the certificate with those of its D-SI. */
export function schemaOf(version: DccVersion): Schema {
  const known = SCHEMAS.get(version);
  if (known) return known;
  const made = schema({
    ...upTo(DSI_NEWEST, DSI_OLDER, DSI_OF[version]),
    ...upTo(DCC_NEWEST, DCC_OLDER, version),
  });
  SCHEMAS.set(version, made);
  return made;
}

/** The newest rules with what each older version down to the wanted one says otherwise. */
function upTo(newest: Grammar, older: readonly (readonly [string, Grammar])[], version: string): Grammar {
  const last = older.findIndex(([name]) => name === version);
  return Object.assign({}, newest, ...older.slice(0, last + 1).map(([, rules]) => rules)) as Grammar;
}

function schema(grammar: Grammar): Schema {
  const rules = new Map(Object.entries(grammar));
  const read = new Map<string, ComplexRule>();
  return {
    simple(type) {
      const rule = rules.get(type);
      return rule !== undefined && isSimple(rule) && !rules.has(rule) ? rule : undefined;
    },
    complex(type) {
      // A global element points to its type.
      const own = rules.get(type) ?? "string";
      const name = rules.has(own) ? own : type;
      const rule = rules.get(name);
      if (rule === undefined || isSimple(rule)) return undefined;
      const known = read.get(name) ?? complexRule(rule);
      read.set(name, known);
      return known;
    },
  };
}
