import type { Characteristic, Market, NormativeDocument, Product, Relation, TestMethod } from "./reference.ts";
import { malformed, Shape } from "./shape.ts";

/** The tables of `data/requirements` beside the rows. */
export type ReferenceTables = {
  readonly products: readonly Product[];
  readonly documents: readonly NormativeDocument[];
  readonly characteristics: readonly Characteristic[];
  readonly methods: readonly TestMethod[];
  readonly relations: readonly Relation[];
  readonly markets: readonly Market[];
};

/**
 * Reads the table files, each parsed JSON of the form `{"<table>": [ … ]}`. Checks what the platform keys on: ids,
 * names in both languages, and that no id appears twice.
 *
 * @example readTables({ products: { products: [{ id: "sugar", name: { zh: "中", en: "E" } }] }, documents: { documents: [] }, characteristics: { characteristics: [] }, methods: { methods: [] }, relations: { relations: [] }, markets: { markets: [] } }).products // → [{ id: "sugar" }] (one product)
 * @example refusalOf(() => readTables({ products: { products: [{ id: "a", name: { zh: "中", en: "E" } }, { id: "a", name: { zh: "中", en: "E" } }] } })) // → "malformed-reference" (an id appears twice)
 * @throws Refusal `malformed-reference` with where and problem
 * @source ours: the form of data/requirements
 */
export function readTables(files: Readonly<Record<keyof ReferenceTables, unknown>>): ReferenceTables {
  return {
    products: tableOf<Product>(files.products, "products", "id", ["name"]),
    documents: tableOf<NormativeDocument>(files.documents, "documents", "id", ["title"]),
    characteristics: tableOf<Characteristic>(files.characteristics, "characteristics", "id", ["name"]),
    methods: tableOf<TestMethod>(files.methods, "methods", "id", []),
    relations: tableOf<Relation>(files.relations, "relations", undefined, []),
    markets: tableOf<Market>(files.markets, "markets", "code", ["name"]),
  };
}

function tableOf<Row>(file: unknown, table: string, key: string | undefined, names: readonly string[]): readonly Row[] {
  const list = new Shape(file, table, [table]).fields[table];
  if (!Array.isArray(list)) malformed(table, "not a list");
  const seen = new Set<string>();
  for (const item of list as readonly Readonly<Record<string, unknown>>[]) {
    const shape = new Shape(item, table);
    const id =
      key === undefined ? `${shape.text("source")} ${shape.text("kind")} ${shape.text("target")}` : shape.text(key);
    if (seen.has(id)) malformed(`${table} ${id}`, "appears twice");
    seen.add(id);
    for (const name of names) {
      const text = new Shape(item[name], `${table} ${id}, ${name}`, ["zh", "en"]);
      text.text("zh");
      text.text("en");
    }
  }
  return list as readonly Row[];
}
