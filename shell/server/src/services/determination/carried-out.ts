import { definitionById } from "@quanheng/centres/registry.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { z } from "zod";
import { readDataFile } from "../../adapters/data/data-file.ts";

const CarriedOut = z.object({
  carriedOut: z.array(z.object({ definition: z.string(), method: z.string() })),
});

/**
 * Finds a bench method with every document that it carries out: those of its own description and those that
 * `data/acceptance/carried-out.json` adds.
 */
export async function documentedMethods(): Promise<(id: string) => MethodDefinition | undefined> {
  const { carriedOut } = CarriedOut.parse(await readDataFile("acceptance/carried-out.json"));
  return (id) => {
    const definition = definitionById(id);
    const further = carriedOut.filter((each) => each.definition === id).map(({ method }) => method);
    return definition && { ...definition, normative: [...definition.normative, ...further] };
  };
}
