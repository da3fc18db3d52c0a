import { epcLink } from "@quanheng/formats/gs1/epc.ts";
import { constrainedLink } from "@quanheng/formats/gs1/link/constrain.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs } from "./engine.ts";

/** An EPC URN or an address with its constrained canonical form; null where there is none. */
export type LinkRow = { readonly id: string; readonly input: string; readonly normalised: string | null };

export function linkCase({ id, input, normalised }: LinkRow): CaseResult {
  const link = input.startsWith("urn:") ? epcLink(input) : constrainedLink(input);
  return compared(id, input, [differs("link", link.ok ? link.value : null, normalised)].filter(Boolean));
}
