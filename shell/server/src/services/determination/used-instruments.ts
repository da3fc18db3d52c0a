import type { InstrumentUse } from "@quanheng/contract/schemas/laboratory.ts";
import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type InstrumentRow, instrumentsById } from "../../store/instrument.ts";
import type { UsedInstrument } from "../../store/observation.ts";
import type { Transaction } from "../../store/transaction.ts";
import { instrumentTypes, typeNames, whyNotUsable } from "./instrument-fitness.ts";

/**
 * The instruments of an entry with the calibration each reading rests on: one at least for every kind that the method
 * reads, all in the laboratory's register and fit today.
 *
 * @throws Refusal `instrument-missing`, `instrument-not-usable`
 * @source ISO/IEC 17025:2017, 6.4
 */
export async function usedInstruments(
  tx: Transaction,
  context: Context,
  definition: MethodDefinition,
  chosen: readonly z.infer<typeof InstrumentUse>[],
): Promise<readonly UsedInstrument[]> {
  const ids = chosen.map(({ instrumentId }) => instrumentId);
  const register = await instrumentsById(tx, context.actor.partyId ?? "", ids);
  return fitInstruments(definition, chosen, new Map(register.map((row) => [row.id, row])), today(context));
}

/**
 * The same with the register already read.
 *
 * @param register the laboratory's instruments by id, those of the entry at least
 * @throws Refusal `instrument-missing`, `instrument-not-usable`
 */
export function fitInstruments(
  definition: MethodDefinition,
  chosen: readonly z.infer<typeof InstrumentUse>[],
  register: ReadonlyMap<string, InstrumentRow>,
  day: string,
): readonly UsedInstrument[] {
  const missing = instrumentTypes(definition).filter((type) => !chosen.some((each) => each.type === type));
  if (missing.length > 0) refuse("instrument-missing", typeNames(missing));
  return chosen.map(({ type, instrumentId }) => {
    const row = register.get(instrumentId);
    if (!row)
      return unusable(
        instrumentId,
        instrumentId,
        "不在本实验室的仪器登记中",
        "it is not in this laboratory's register",
      );
    checkFit(row, type, day);
    return {
      type,
      instrumentId,
      name: { zh: row.name_zh, en: row.name_en },
      serial: row.serial,
      status: row.status,
      dueOn: row.due_on,
      certificate: row.certificate,
    };
  });
}

function checkFit(row: InstrumentRow, type: string, day: string): void {
  const [zh, en] = [`${row.name_zh} ${row.serial}`, `${row.name_en} ${row.serial}`];
  const wanted = instrumentTypeName(type);
  if (row.type !== type) unusable(zh, en, `它不是${wanted.zh}`, `it is no ${wanted.en}`);
  const why = whyNotUsable(row, day);
  if (why) unusable(zh, en, why.zh, why.en);
}

function unusable(instrument_zh: string, instrument_en: string, why_zh: string, why_en: string): never {
  return refuse("instrument-not-usable", { instrument_zh, instrument_en, why_zh, why_en });
}
