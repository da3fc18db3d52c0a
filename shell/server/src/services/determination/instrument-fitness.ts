import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { InstrumentRow } from "../../store/instrument.ts";

/** The kinds of instruments that a method reads, each once, in the order of its inputs. */
export function instrumentTypes({ inputs }: MethodDefinition): readonly string[] {
  return [...new Set(inputs.flatMap(({ instrumentType }) => instrumentType ?? []))];
}

/**
 * Why an instrument may not be used on a day; null when it may.
 *
 * @source ISO/IEC 17025:2017, 6.4.4, 6.4.8 and 6.4.9
 */
export function whyNotUsable(
  { status, due_on, calibrated_on }: Pick<InstrumentRow, "status" | "due_on" | "calibrated_on">,
  day: string,
): Bilingual | null {
  if (status === "defective") return { zh: "有故障，已停用", en: "it is defective and out of use" };
  if (status === "retired") return { zh: "已报废", en: "it is retired" };
  if (due_on < day) return { zh: `校准已于 ${due_on} 到期`, en: `its calibration ended on ${due_on}` };
  if (calibrated_on > day)
    return { zh: `校准自 ${calibrated_on} 起有效`, en: `its calibration begins on ${calibrated_on}` };
  return null;
}

/** Names of kinds of instruments as facts of a refusal. */
export function typeNames(types: readonly string[]): { types_zh: string[]; types_en: string[] } {
  const names = types.map(instrumentTypeName);
  return { types_zh: names.map(({ zh }) => zh), types_en: names.map(({ en }) => en) };
}
