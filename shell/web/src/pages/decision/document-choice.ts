import type { SignBody } from "@quanheng/contract/schemas/attestation.ts";
import type { z } from "zod";
import type { Signing } from "./signing.ts";

export type DocumentChoice = NonNullable<z.infer<typeof SignBody>["document"]>;

/** What a signatory begins with: the usual kind, nothing added. */
export function firstChoice({ kinds }: Signing): DocumentChoice {
  const kind = kinds[0]?.kind ?? "test-report";
  return { kind, validUntil: null, accuracyClass: "", nextOn: null, findings: "" };
}

/** Whether everything that the kind asks of the signatory is there. */
export const chosen = ({ kind, validUntil }: DocumentChoice): boolean =>
  kind !== "verification-certificate" || validUntil !== null;

/** What the kind would still miss. */
export const missingOf = (view: Signing, { kind }: DocumentChoice): Signing["missing"] =>
  view.kinds.find((each) => each.kind === kind)?.missing ?? view.missing;
