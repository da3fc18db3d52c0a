import type { splitSample as contract } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import { compare, type Decimal, decimal, formatDecimal, plus, trimZeros } from "@quanheng/kernel/decimal.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { convert } from "@quanheng/kernel/units/convert.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { lockCommission } from "../../store/commission.ts";
import { findInstitution } from "../../store/institution.ts";
import { currentReceipt, findSample, insertSamples, lockSample, partsOf, type Sample } from "../../store/sample.ts";
import { inTransaction } from "../../store/transaction.ts";
import { readMass } from "./mass.ts";
import { assetKey, partNumber } from "./sample-key.ts";
import { sampleViews } from "./sample-view.ts";

type Part = z.output<(typeof contract)["body"]>["parts"][number];

/**
 * Divides a received sample into parts, once. Each part has a number and a key of its own that name the whole.
 *
 * @throws Refusal `not-found`, `commission-not-running`, `not-received`, `sample-unsuitable`, `already-split`, `part-of-sample` for a part,
 *   `parts-exceed`, `unit-mismatch`
 * @source ISO/IEC 17025:2017, 7.4.2: identification is kept, also for parts
 */
export async function splitSample(
  context: Context,
  id: string,
  parts: readonly Part[],
  root: string,
): Promise<{ parts: SampleView[] }> {
  return inTransaction(context, async (tx) => {
    const seen = (await findSample(tx, id)) ?? refuse("not-found");
    const commission = (await lockCommission(tx, seen.commission_id)) ?? refuse("not-found");
    const sample = (await lockSample(tx, id, context.actor.partyId)) ?? refuse("not-found");
    if (commission.state !== "agreed" && commission.state !== "in-progress")
      refuse("commission-not-running", { state: commission.state });
    const masses = parts.map(({ quantity, unit }) => readMass(quantity, unit));
    if (sample.part_of !== null) refuse("part-of-sample", { sample: sample.number });
    const receipt = (await currentReceipt(tx, id)) ?? refuse("not-received", { sample: sample.number });
    if (receipt.condition === "unsuitable") refuse("sample-unsuitable", { sample: sample.number });
    const former = await partsOf(tx, id);
    if (former.length > 0)
      refuse("already-split", { sample: sample.number, parts: former.map(({ number }) => number) });
    checkSum(
      masses.map(({ g }) => g),
      receipt,
    );

    const found = await findInstitution(tx, sample.institution_id);
    invariant(found, "the laboratory of a sample is an institution");
    const made = masses.map((mass, index): Sample => {
      const number = partNumber(sample.number, index + 1);
      return {
        ...sample,
        id: context.newId("smp"),
        number,
        part_of: id,
        key: assetKey(found.institution, number),
        description_zh: `${sample.description_zh}（${parts[index]?.purpose}）`,
        description_en: `${sample.description_en} (${parts[index]?.purpose})`,
        lot: `${sample.lot} #${index + 1}`,
        quantity: mass.text,
        unit: mass.unit,
        state: "received",
        created_at: context.now(),
      };
    });
    await insertSamples(tx, made);
    await recordAction(tx, context, {
      action: "sample.split",
      subject: id,
      commissionId: sample.commission_id,
      facts: {
        sample: sample.number,
        parts: made.map(({ number, quantity, unit }) => `${number}: ${quantity} ${unit}`),
      },
    });
    return { parts: await sampleViews(tx, await partsOf(tx, id), root) };
  });
}

/** The parts together cannot be more than what arrived. */
function checkSum(partsG: readonly Decimal[], { quantity, unit }: { quantity: string; unit: string }): void {
  const sumG = partsG.reduce(plus, decimal("0"));
  if (compare(sumG, convert(decimal(quantity), unit, "g")) <= 0) return;
  refuse("parts-exceed", { sum: formatDecimal(trimZeros(convert(sumG, "g", unit))), unit, quantity });
}
