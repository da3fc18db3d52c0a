import type { receiveSample as contract } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import type { DeterminationRefusal } from "@quanheng/flow/determination/refusals.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { clockText } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { type Commission, changeCommission, lockCommission } from "../../store/commission.ts";
import { findFile } from "../../store/file.ts";
import { personNames } from "../../store/names.ts";
import { announce } from "../../store/outbox.ts";
import {
  currentReceipt,
  findSample,
  insertReceipt,
  lockSample,
  moveSample,
  type Sample,
  type SampleReceipt,
} from "../../store/sample.ts";
import { lockTasksOfSample, moveTasksOfSample } from "../../store/task.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { readMass } from "./mass.ts";
import { oneSampleView } from "./samples.ts";

type Receipt = z.output<(typeof contract)["body"]>;

/**
 * Records the arrival of a sample, or corrects that record with a new one. A sample that is fit for testing makes its
 * tasks ready and puts the commission in progress; an unsuitable one holds them back and tells the client.
 *
 * @throws Refusal `not-found`, `task-not-ready` before every laboratory has accepted or after the end, `already-received`,
 *   `not-received` when there is nothing to correct, `reason-needed`, `unit-mismatch` and those of a number
 * @source ISO/IEC 17025:2017, 7.4.3
 */
export async function receiveSample(context: Context, id: string, given: Receipt, root: string): Promise<SampleView> {
  return inTransaction(context, async (tx) => {
    const { sample, commission } = await lockReceipt(tx, context, id);
    if (commission.state !== "agreed" && commission.state !== "in-progress")
      refuse("commission-not-running", { state: commission.state });
    const mass = readMass(given.quantity, given.unit);
    const temperature = readTemperature(given.temperatureC);
    const former = await currentReceipt(tx, id);
    await checkCorrection(tx, sample, former, given);
    await checkPhoto(tx, given.photoFileId, sample);

    const receipt: SampleReceipt = {
      id: context.newId("evt"),
      sample_id: id,
      commission_id: sample.commission_id,
      institution_id: sample.institution_id,
      enterprise_id: sample.enterprise_id,
      received_at: context.now(),
      received_by: context.actor.personId ?? refuse("not-signed-in"),
      condition: given.condition,
      remarks: given.remarks?.trim() || null,
      quantity: mass.text,
      unit: mass.unit,
      temperature_c: temperature,
      photo_file_id: given.photoFileId,
      supersedes: former?.id ?? null,
    };
    await insertReceipt(tx, receipt);
    await moveOn(tx, sample, commission, given.condition);
    await recordAction(tx, context, {
      action: "sample.receive",
      subject: id,
      commissionId: sample.commission_id,
      facts: {
        sample: sample.number,
        condition: given.condition,
        quantity: mass.text,
        unit: mass.unit,
        supersedes: receipt.supersedes,
      },
    });
    await announce(tx, context, {
      topic: given.condition === "unsuitable" ? "sample.unsuitable" : "sample.received",
      subject: id,
      facts: {
        number: commission.number,
        sample: sample.number,
        commission: commission.id,
        condition: given.condition,
      },
    });
    return oneSampleView(tx, id, root);
  });
}

/** Everyone locks in this order: commission, tasks, sample. Then nobody waits for somebody who waits. */
async function lockReceipt(
  tx: Transaction,
  { actor }: Context,
  id: string,
): Promise<{ readonly sample: Sample; readonly commission: Commission }> {
  const seen = await findSample(tx, id);
  if (!seen || seen.institution_id !== actor.partyId) return refuse("not-found");
  const commission = (await lockCommission(tx, seen.commission_id)) ?? refuse("not-found");
  await lockTasksOfSample(tx, id);
  return { sample: (await lockSample(tx, id, actor.partyId)) ?? refuse("not-found"), commission };
}

async function checkCorrection(
  tx: Transaction,
  sample: Sample,
  former: SampleReceipt | undefined,
  { supersedes, remarks }: Receipt,
): Promise<void> {
  if (former && !supersedes) {
    const by = (await personNames(tx, [former.received_by]))(former.received_by);
    refuse("already-received", { at: clockText(former.received_at), by_zh: by.zh, by_en: by.en });
  }
  if (!former && supersedes) refuse("not-received", { sample: sample.number });
  if (supersedes && !remarks?.trim()) refuse("reason-needed");
}

/** A photograph must be one of this house, taken for a sample and for no other commission. */
async function checkPhoto(tx: Transaction, fileId: string | null, sample: Sample): Promise<void> {
  if (fileId === null) return;
  const file = await findFile(tx, fileId);
  if (file?.purpose !== "sample-photo") return refuse("not-found");
  if (file.commission_id !== null && file.commission_id !== sample.commission_id) refuse("not-found");
}

async function moveOn(
  tx: Transaction,
  sample: Sample,
  commission: Commission,
  condition: SampleReceipt["condition"],
): Promise<void> {
  const fit = condition !== "unsuitable";
  await moveSample(tx, sample.id, "expected", "received");
  await moveTasksOfSample(tx, sample.id, fit ? "waiting" : "ready", fit ? "ready" : "waiting");
  if (fit && commission.state === "agreed") await changeCommission(tx, commission.id, { state: "in-progress" });
}

/** Colder than nitrogen or hotter than an oven is a slip of the keyboard. [°C] */
const TEMPERATURE = { min: -196, max: 200 } as const;

function readTemperature(text: string | null): string | null {
  if (text === null || text.trim() === "") return null;
  const parsed = parseNumber(text);
  if (!parsed.ok) throw new Refusal(parsed.code, parsed.facts);
  if (parsed.operator !== "=") throw new Refusal<DeterminationRefusal>("operator-not-allowed", { given: text });
  if (parsed.value < TEMPERATURE.min || parsed.value > TEMPERATURE.max)
    throw new Refusal<DeterminationRefusal>("reading-out-of-range", { given: parsed.text, ...TEMPERATURE, unit: "°C" });
  return parsed.text;
}
