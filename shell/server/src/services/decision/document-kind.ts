import { laboratories } from "@quanheng/centres/registry.ts";
import { type ReportKind, reportKindsOf } from "@quanheng/flow/attestation/report-kind.ts";
import { refuse } from "../../refusals.ts";
import type { DecisionFacts } from "./decision-facts.ts";

/** What a signatory chooses and adds beside the results, where the kind asks for it. */
export type DocumentChoice = {
  readonly kind: ReportKind;
  /** Until which day a verification holds. */
  readonly validUntil: string | null;
  readonly accuracyClass: string;
  /** When the next inspection is due. */
  readonly nextOn: string | null;
  /** What an inspector found, one finding a line. */
  readonly findings: string;
};

/** The kinds in which these results may go out, the usual one first; results of several centres go out as a test report. */
export function possibleKinds({
  tasks,
  rows,
}: Pick<DecisionFacts, "tasks" | "rows">): readonly [ReportKind, ...ReportKind[]] {
  const centres = new Set(tasks.map(({ task }) => centreOf(task.definition)));
  const [centre] = centres;
  return reportKindsOf(centres.size === 1 && centre !== undefined ? centre : "product-quality", rows.length > 0);
}

function centreOf(definition: string): string | undefined {
  return laboratories.find(({ methods }) => methods.some(({ id }) => id === definition))?.centre;
}

/**
 * The signatory's choice, or the usual kind that needs nothing beside the results where nothing was chosen.
 *
 * @throws Refusal `document-kind-not-possible` for a kind in which these results do not go out
 */
export function chosenDocument(facts: DecisionFacts, choice: DocumentChoice | undefined): DocumentChoice {
  const possible = possibleKinds(facts);
  if (choice === undefined) {
    const plain = possible.find((kind) => kind !== "verification-certificate") ?? possible[0];
    return { ...NOTHING_ADDED, kind: plain };
  }
  return possible.includes(choice.kind)
    ? choice
    : refuse("document-kind-not-possible", { kind: choice.kind, possible });
}

export const NOTHING_ADDED = { validUntil: null, accuracyClass: "", nextOn: null, findings: "" } as const;
