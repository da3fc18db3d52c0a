import type { ComplexRule, Model } from "../grammar/notation.ts";
import { schemaOf } from "../grammar/schema.ts";

/** One kind of child of an element: its name, type, and how the model of the certificate keeps it. */
export type Child = {
  readonly prefix: "dcc" | "si" | "ds";
  readonly local: string;
  readonly type: string;
  /** `one` value, `many` in a list, or among the `parts` of its element, whose order says something. */
  readonly kept: "one" | "many" | "parts";
};

/** What an element of 3.3.0 holds, in the order in which it is written. */
export type Shape =
  | { readonly kind: "value" }
  | { readonly kind: "marked-value"; readonly attributes: readonly string[] }
  | { readonly kind: "foreign"; readonly attributes: readonly string[] }
  | { readonly kind: "record"; readonly attributes: readonly string[]; readonly children: readonly Child[] };

const SHAPES = new Map<string, Shape>();

/** The shape of a type of the newest version. */
export function shapeOf(type: string): Shape {
  const known = SHAPES.get(type);
  if (known) return known;
  const rule = schemaOf("3.3.0").complex(type);
  const made: Shape = rule ? shapeOfRule(rule, type.startsWith("si") ? "si" : "dcc") : { kind: "value" };
  SHAPES.set(type, made);
  return made;
}

function shapeOfRule({ content, text, attributes }: ComplexRule, home: "dcc" | "si"): Shape {
  const names = attributes.map(({ name }) => name);
  if (text !== undefined) return { kind: "marked-value", attributes: names };
  const children = content ? [...childrenOf(content, home, "one")] : [];
  if (children.length === 0) return { kind: "foreign", attributes: names };
  return { kind: "record", attributes: names, children };
}

function* childrenOf(model: Model, home: "dcc" | "si", kept: Child["kept"]): Generator<Child> {
  if (model.kind === "any") return;
  if (model.kind === "element") {
    yield { prefix: (model.prefix ?? home) as Child["prefix"], local: model.local, type: model.type, kept };
  } else if (model.kind === "repeat") {
    yield* childrenOf(model.of, home, keptIn(model, kept));
  } else for (const part of model.parts) yield* childrenOf(part, home, kept);
}

function keptIn({ of, most }: Model & { readonly kind: "repeat" }, kept: Child["kept"]): Child["kept"] {
  if (kept === "parts" || most === 1) return kept;
  return of.kind === "element" ? "many" : "parts";
}
