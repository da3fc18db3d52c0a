import { addDays } from "@quanheng/kernel/calendar.ts";
import { dueDate } from "@quanheng/kernel/working-days.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import type { AgreementRecord } from "../../store/agreement.ts";
import { type Commission, nextNumber } from "../../store/commission.ts";
import type { InstitutionRow } from "../../store/institution.ts";
import { insertSamples, sampleOfCommission } from "../../store/sample.ts";
import { insertTasks, tasksOfCommission } from "../../store/task.ts";
import type { Transaction } from "../../store/transaction.ts";
import { assetKey, sampleNumber } from "./sample-key.ts";
import { WORK_WEEK } from "./work-week.ts";

/**
 * Opens the work of one laboratory on a commission it accepted: the sample it expects and one task per bought test and
 * characteristic.
 *
 * Under a further agreement only what it adds is opened, on the sample that the laboratory has. The sample's quantity is what the agreement says the laboratory needs; what arrives is recorded at receipt.
 */
export async function openWork(
  tx: Transaction,
  context: Context,
  commission: Commission,
  agreement: AgreementRecord,
  laboratory: InstitutionRow,
): Promise<{ readonly sampleNumber: string; readonly tasks: number }> {
  const day = today(context);
  const done = new Set((await tasksOfCommission(tx, commission.id, laboratory.id)).map((task) => task.offer_id));
  const lines = agreement.terms.lines.filter(
    ({ institutionId, offerId }) => institutionId === laboratory.id && !done.has(offerId),
  );
  const present = await sampleOfCommission(tx, commission.id, laboratory.id);
  const year = Number(day.slice(0, 4));
  const number = present?.number ?? sampleNumber(laboratory, year, await nextNumber(tx, laboratory.id, "sample", year));
  const terms = agreement.terms.labs.find(({ institutionId }) => institutionId === laboratory.id);
  const common = {
    commission_id: commission.id,
    institution_id: laboratory.id,
    enterprise_id: commission.enterprise_id,
    created_at: context.now(),
  };
  const sampleId = present?.id ?? context.newId("smp");
  const expected = {
    id: sampleId,
    number,
    ...common,
    part_of: null,
    key: assetKey(laboratory, number),
    description_zh: commission.item.name.zh,
    description_en: commission.item.name.en,
    lot: commission.item.lotNumber,
    quantity: String(terms?.sampleG ?? 0),
    unit: "g",
    state: "expected" as const,
  };
  if (!present) await insertSamples(tx, [expected]);
  const shipped = addDays(day, terms?.shipDays ?? 0);
  const tasks = lines.flatMap((line) =>
    line.characteristics.map((characteristic) => ({
      id: context.newId("tsk"),
      ...common,
      sample_id: sampleId,
      offer_id: line.offerId,
      definition: line.definition,
      method: line.method,
      characteristic,
      state: "waiting" as const,
      assigned_to: null,
      due_on: dueDate(shipped, line.leadDays, WORK_WEEK),
    })),
  );
  await insertTasks(tx, tasks);
  return { sampleNumber: number, tasks: tasks.length };
}
