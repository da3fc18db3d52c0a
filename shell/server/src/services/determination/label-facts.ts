import { digitalLink } from "@quanheng/formats/gs1/digital-link.ts";
import type { LabelFacts } from "../../adapters/label/label-facts.ts";
import type { Context } from "../../context.ts";
import { publicOrigin } from "../../public-origin.ts";
import { refuse } from "../../refusals.ts";
import type { Settings } from "../../settings.ts";
import { institutionNames } from "../../store/names.ts";
import { findSample } from "../../store/sample.ts";
import { reading } from "../../store/transaction.ts";

/** What stands on the label of a sample. @throws Refusal `not-found` */
export async function labelFacts(
  context: Context,
  id: string,
  settings: Pick<Settings, "origin" | "port" | "demo">,
): Promise<LabelFacts> {
  return reading(context, async (tx) => {
    const sample = (await findSample(tx, id)) ?? refuse("not-found");
    const laboratory = (await institutionNames(tx, [sample.institution_id]))(sample.institution_id);
    return {
      digitalLink: digitalLink(publicOrigin(settings), sample.key),
      elementString: `(${sample.key.ai})${sample.key.value}`,
      number: sample.number,
      commissionNumber: sample.commission_number,
      laboratory,
      description: { zh: sample.description_zh, en: sample.description_en },
      lot: sample.lot,
      quantity: `${sample.quantity} ${sample.unit}`,
      madeAt: sample.created_at,
      demonstration: settings.demo,
    };
  });
}
