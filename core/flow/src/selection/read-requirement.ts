import { ROUNDING_CONVENTIONS } from "@quanheng/kernel/limit-comparison.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { readLimit } from "./read-limit.ts";
import type { EffectiveInterval, LimitComparison, RequirementRow } from "./requirement.ts";
import { malformed, Shape } from "./shape.ts";

const FIELDS = [
  "id",
  "product",
  "market",
  "document",
  "clause",
  "characteristic",
  "variant",
  "limit",
  "unit",
  "methods",
  "force",
  "effective",
  "confidence",
  "basis",
  "source",
  "note",
  "basisOf",
  "condition",
  "sampling",
  "decisionRule",
  "comparison",
  "interval",
  "convention",
] as const;

/**
 * Reads one requirement row as kept in `data/requirements/rows`; fields that do not apply may be left out.
 *
 * @example readRequirement({ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null }, force: "mandatory", confidence: "high", basis: "source-read" }).limit // → { kind: "interval", max: "30" } (a line of data/requirements/rows)
 * @example refusalOf(() => readRequirement({ id: "r" })) // → "malformed-reference" (the rest is missing)
 * @throws Refusal `malformed-reference` with the row's id and the problem
 * @source ours: the form of data/requirements
 */
export function readRequirement(value: unknown): RequirementRow {
  const id = new Shape(value, "requirement").text("id");
  const shape = new Shape(value, id, FIELDS);
  return {
    id,
    product: shape.text("product"),
    market: shape.text("market"),
    document: shape.text("document"),
    clause: shape.text("clause"),
    characteristic: shape.text("characteristic"),
    variant: shape.textMap("variant"),
    limit: readLimit(shape.fields["limit"], id),
    unit: shape.optionalText("unit"),
    methods: shape.texts("methods"),
    force: shape.oneOf("force", ["mandatory", "voluntary", "conditional"]),
    effective: readEffective(shape.fields["effective"], id),
    confidence: shape.oneOf("confidence", ["high", "medium"]),
    basis: shape.oneOf("basis", ["source-read", "expert-knowledge"]),
    source: shape.optionalText("source"),
    note: shape.optionalText("note"),
    basisOf: shape.optionalText("basisOf"),
    condition: shape.optionalText("condition"),
    sampling: shape.textMap("sampling"),
    decisionRule: shape.optionalText("decisionRule"),
    ...readComparison(shape, id),
  };
}

/** An interval or a convention of rounding is stated only beside `rounded`: alone it would be without effect. */
function readComparison(shape: Shape, id: string): LimitComparison {
  const { fields } = shape;
  if (fields["comparison"] === undefined && fields["interval"] === undefined && fields["convention"] === undefined)
    return {};
  const comparison = shape.oneOf("comparison", ["full", "rounded"]);
  if (comparison === "full" && (fields["interval"] !== undefined || fields["convention"] !== undefined))
    malformed(id, "full-value comparison does not round");
  const interval = shape.optionalText("interval");
  if (interval !== null && !isPositive(interval)) malformed(id, "a rounding interval is a number above zero");
  const convention = fields["convention"] === undefined ? undefined : shape.oneOf("convention", ROUNDING_CONVENTIONS);
  return { comparison, ...(interval === null ? {} : { interval }), ...(convention ? { convention } : {}) };
}

function isPositive(text: string): boolean {
  const parsed = parseNumber(text);
  return parsed.ok && parsed.operator === "=" && parsed.text === text && parsed.value > 0;
}

/** A half-open interval of days; `precision` is allowed beside it. */
function readEffective(value: unknown, where: string): EffectiveInterval {
  const shape = new Shape(value, `${where}, effective`, ["from", "to", "precision"]);
  const [from, to] = [shape.date("from"), shape.date("to")];
  if (from !== null && to !== null && from >= to) malformed(where, "the effective interval is empty");
  return { from, to };
}
