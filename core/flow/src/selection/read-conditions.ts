import type { Conditions, Sampler } from "./planner/instance.ts";
import { malformed, type Shape } from "./shape.ts";

const SAMPLERS: readonly Sampler[] = ["laboratory", "authority", "client"];

/**
 * The conditions that a line of reference data sets.
 *
 * @example refusalOf(() => readConditions({ where: "rule", fields: { sampledBy: [] }, textMap: () => null, texts: () => ["nobody"] })) // → "malformed-reference" (a sampler that is none)
 * @throws Refusal `malformed-reference` with where and problem
 * @source ours: the form of data/acceptance, whose SOURCE.md names the documents
 */
export function readConditions(shape: Shape): Conditions {
  const minEdition = shape.textMap("minEdition");
  const sampledBy = shape.fields["sampledBy"] === undefined ? null : shape.texts("sampledBy");
  for (const by of sampledBy ?? [])
    if (!SAMPLERS.includes(by as Sampler)) malformed(shape.where, `sampledBy ${by} is none of ${SAMPLERS.join(", ")}`);
  return {
    ...(minEdition ? { minEdition } : {}),
    ...flag(shape, "fullReportOnly"),
    ...flag(shape, "provisional"),
    ...(sampledBy ? { sampledBy: sampledBy as readonly Sampler[] } : {}),
  };
}

function flag(shape: Shape, key: "fullReportOnly" | "provisional"): Conditions {
  const value = shape.fields[key];
  if (value === undefined) return {};
  return typeof value === "boolean" ? { [key]: value } : malformed(shape.where, `${key} is not true or false`);
}
