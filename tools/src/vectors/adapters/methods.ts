import { basename } from "node:path";
import type { CaseResult } from "../adapter.ts";
import { biomedicineMethods } from "./methods/biomedicine.ts";
import { boilersMethods } from "./methods/boilers.ts";
import { cleanEnergyMethods } from "./methods/clean-energy.ts";
import { differences, type Tolerances } from "./methods/compare.ts";
import type { Compute, Inputs } from "./methods/compute.ts";
import { eCommerceMethods } from "./methods/e-commerce.ts";
import { electronicsMethods } from "./methods/electronics.ts";
import { machineryAndAluminiumMethods } from "./methods/machinery-and-aluminium.ts";
import { measuringToolsMethods } from "./methods/measuring-tools.ts";
import { newEnergyVehiclesMethods } from "./methods/new-energy-vehicles.ts";
import { petrochemicalsMethods } from "./methods/petrochemicals.ts";
import { railTransitMethods } from "./methods/rail-transit.ts";
import { silkMethods } from "./methods/silk.ts";
import { sugarMethods } from "./methods/sugar.ts";
import { urbanEnergyMethods } from "./methods/urban-energy.ts";

/** One published case: what goes in and what must come out. */
type Example = {
  readonly id: string;
  readonly method: string;
  readonly inputs: Inputs;
  readonly expected: unknown;
  readonly tolerance: Tolerances;
};
/** `inputs` holds the offending members only; the rest comes from a good example of the same method. */
type Reject = { readonly id: string; readonly method: string; readonly inputs: Inputs; readonly error: string };
type Pack = { readonly centre: string; readonly examples: readonly Example[]; readonly rejects: readonly Reject[] };

/** Packs by name; one that is not here is reported as one failed line, never as passed. */
const PACKS: Readonly<Record<string, Readonly<Record<string, Compute>>>> = {
  "01-industrial-boilers": boilersMethods,
  "02-urban-energy-metering": urbanEnergyMethods,
  "03-sugar-processed-food": sugarMethods,
  "04-petrochemicals": petrochemicalsMethods,
  "05-cocoon-silk": silkMethods,
  "06-measuring-tools": measuringToolsMethods,
  "07-machinery-aluminium": machineryAndAluminiumMethods,
  "08-electronics": electronicsMethods,
  "09-biomedicine": biomedicineMethods,
  "10-clean-energy": cleanEnergyMethods,
  "11-rail-transit": railTransitMethods,
  "12-new-energy-vehicles": newEnergyVehiclesMethods,
  "13-ecommerce-goods": eCommerceMethods,
};

/** Runs the examples and rejects of one method pack through the centres. */
export function run(path: string, content: unknown): readonly CaseResult[] {
  if (!isPack(content)) return [];
  const methods = PACKS[content.centre];
  if (!methods) return [{ id: basename(path), ok: false, message: `not handled: no methods of ${content.centre} yet` }];
  return [
    ...content.examples.map((example) => runExample(example, methods)),
    ...content.rejects.map((reject) => runReject(reject, content.examples, methods)),
  ];
}

function runExample(
  { id, method, inputs, expected, tolerance }: Example,
  methods: Readonly<Record<string, Compute>>,
): CaseResult {
  const compute = methods[method];
  if (!compute) return { id, ok: false, message: `no method ${method}` };
  const found = differences(compute(inputs), expected, tolerance);
  return found.length === 0 ? { id, ok: true } : { id, ok: false, message: found.join("; ") };
}

function runReject(
  reject: Reject,
  examples: readonly Example[],
  methods: Readonly<Record<string, Compute>>,
): CaseResult {
  const { id, method, error } = reject;
  const compute = methods[method];
  const good = examples.find((example) => example.method === method);
  if (!compute || !good) return { id, ok: false, message: `no method or example ${method}` };
  const code = refusalCode(() => compute({ ...good.inputs, ...reject.inputs }));
  const wanted = error.toLowerCase().replaceAll("_", "-");
  return code === wanted ? { id, ok: true } : { id, ok: false, message: `${code ?? "accepted"} instead of ${wanted}` };
}

function refusalCode(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

function isPack(content: unknown): content is Pack {
  return (
    typeof content === "object" &&
    content !== null &&
    "examples" in content &&
    "rejects" in content &&
    "centre" in content
  );
}
