import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import type { Proposals } from "../../adapters/planning/proposals.ts";
import type { PlanningWorld } from "./planning-world.ts";

/** What reports already held answer, and what they tested and still do not answer. */
export function heldView(
  held: Proposals["held"],
  { rows, reference }: Pick<PlanningWorld, "rows" | "reference">,
): Pick<Plan, "held" | "heldRefused"> {
  const answered = Map.groupBy(
    held.filter(({ exclusion }) => exclusion === null),
    ({ requirement }) => requirement,
  );
  const named = (id: string) => {
    const row = rows.get(id);
    return row ? [{ rowId: id, market: row.market, characteristicName: reference.nameOf(row.characteristic) }] : [];
  };
  return {
    held: [...answered].flatMap(([requirement, answers]) =>
      named(requirement).map((one) => ({
        ...one,
        evidenceIds: answers.map(({ evidence }) => evidence as `evd-${string}`),
        provisional: answers.every(({ provisional }) => provisional),
      })),
    ),
    heldRefused: held
      .filter(({ requirement, exclusion }) => exclusion !== null && !answered.has(requirement))
      .flatMap(({ evidence, requirement, because }) =>
        named(requirement).map((one) => ({ ...one, evidenceId: evidence as `evd-${string}`, because })),
      ),
  };
}
