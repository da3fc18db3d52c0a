import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { flagSentence } from "../determination/flag.ts";
import { instrumentTypeName } from "../determination/instrument-type.ts";
import type { Flag, MethodDefinition } from "../determination/method.ts";

/** What is known about a task when its newest readings are reviewed. Days are ISO dates, instants UTC. */
export type ReviewFacts = {
  readonly definition: MethodDefinition;
  /** Oldest first; the last one is reviewed. */
  readonly observations: readonly ReviewedObservation[];
  /** The day on which the work was due and the day on which the newest readings were entered. */
  readonly dueOn: string;
  readonly enteredOn: string;
  readonly sampleCondition: "intact" | "damaged" | "unsuitable" | null;
  /** Instruments used, with whether they were fit on the day of the entry. */
  readonly instruments: readonly ReviewedInstrument[];
};

export type ReviewedObservation = {
  readonly number: number;
  readonly enteredBy: string;
  readonly origin: "typed" | "file";
  /** Why it replaces the former one; null for the first. */
  readonly reason: string | null;
  readonly environment: { readonly temperatureC: string | null; readonly humidityPercent: string | null };
  readonly flags: readonly Flag[];
};

export type ReviewedInstrument = {
  readonly type: string;
  readonly name: string;
  readonly dueOn: string;
  readonly status: "in-service" | "defective" | "retired";
};

export type ChecklistItem = {
  readonly code: string;
  /** `attention` must be acknowledged, `blocking` cannot be approved, `info` is only shown. */
  readonly severity: "info" | "attention" | "blocking";
  readonly sentence: Bilingual;
};

/**
 * Everything a reviewer must see before approving, most serious first.
 *
 * @example reviewChecklist({ definition: { inputs: [] }, observations: [{ enteredBy: "per-li", origin: "typed", reason: null, environment: { temperatureC: "20", humidityPercent: "50" }, flags: [] }], dueOn: "2026-11-20", enteredOn: "2026-11-25", sampleCondition: "damaged", instruments: [] }).map(({ code }) => code) // → ["sample-damaged", "late"] (attention before information)
 * @example reviewChecklist({ observations: [] }) // → [] (nothing was entered)
 * @source ISO/IEC 17025:2017, 6.3, 6.4, 7.4.3, 7.5 and 7.7.1
 */
export function reviewChecklist(facts: ReviewFacts): readonly ChecklistItem[] {
  const newest = facts.observations.at(-1);
  if (!newest) return [];
  const items = [
    ...instrumentItems(facts),
    ...sampleItems(facts),
    ...flagItems(newest.flags, facts.definition),
    ...historyItems(facts.observations),
    ...environmentItems(newest),
    ...lateItems(facts),
    ...originItems(newest),
  ];
  return items.sort((a, b) => SEVERITY.indexOf(a.severity) - SEVERITY.indexOf(b.severity));
}

/**
 * Codes that must be acknowledged one by one before the readings can be approved.
 *
 * @example toAcknowledge([{ code: "late", severity: "info" }, { code: "sample-damaged", severity: "attention" }, { code: "sample-damaged", severity: "attention" }]) // → ["sample-damaged"] (each once)
 * @source ISO/IEC 17025:2017, 7.7.1 (reviews are recorded)
 */
export function toAcknowledge(items: readonly ChecklistItem[]): readonly string[] {
  return [...new Set(items.filter(({ severity }) => severity === "attention").map(({ code }) => code))];
}

const SEVERITY: readonly ChecklistItem["severity"][] = ["blocking", "attention", "info"];

function instrumentItems({ definition, instruments, enteredOn }: ReviewFacts): readonly ChecklistItem[] {
  const needed = [...new Set(definition.inputs.flatMap(({ instrumentType }) => instrumentType ?? []))];
  const missing = needed.filter((type) => !instruments.some((instrument) => instrument.type === type));
  const unfit = instruments.filter(({ status, dueOn }) => status !== "in-service" || dueOn < enteredOn);
  return [
    ...missing.map((type) =>
      item(
        "instrument-missing",
        "blocking",
        `没有登记所用仪器：${instrumentTypeName(type).zh}。`,
        `The instrument used is not recorded: ${instrumentTypeName(type).en}.`,
      ),
    ),
    ...unfit.map(({ name, status, dueOn }) =>
      status === "in-service"
        ? item(
            "instrument-overdue",
            "blocking",
            `${name} 的检定或校准已于 ${dueOn} 到期。`,
            `The calibration of ${name} was due on ${dueOn}.`,
          )
        : item("instrument-unfit", "blocking", `${name} 不在可用状态。`, `${name} is not fit for use.`),
    ),
  ];
}

function sampleItems({ sampleCondition }: ReviewFacts): readonly ChecklistItem[] {
  switch (sampleCondition) {
    case "intact":
      return [];
    case "damaged":
      return [
        item(
          "sample-damaged",
          "attention",
          "样品接收时有损。请确认不影响结果。",
          "The sample arrived damaged. Confirm that the result is not affected.",
        ),
      ];
    case "unsuitable":
      return [
        item(
          "sample-unsuitable",
          "blocking",
          "样品接收时被判为不适于检测。",
          "The sample was found unsuitable for testing on arrival.",
        ),
      ];
    case null:
      return [
        item("sample-not-received", "blocking", "没有样品接收记录。", "There is no record of the sample's arrival."),
      ];
  }
}

function flagItems(flags: readonly Flag[], definition: MethodDefinition): readonly ChecklistItem[] {
  return flags.map((flag) => ({
    code: flag.code,
    severity: flag.code === "below-quantification" ? ("info" as const) : ("attention" as const),
    sentence: flagSentence(flag, definition),
  }));
}

function historyItems(observations: readonly ReviewedObservation[]): readonly ChecklistItem[] {
  const replaced = observations.slice(1);
  const last = replaced.at(-1);
  if (!last) return [];
  const hands = new Set(observations.map(({ enteredBy }) => enteredBy)).size;
  return [
    item(
      "readings-replaced",
      "attention",
      `读数已更正 ${replaced.length} 次；最近一次理由：${last.reason ?? "未填写"}。`,
      `The readings were replaced ${replaced.length} time(s); the latest reason: ${last.reason ?? "none given"}.`,
    ),
    ...(hands > 1
      ? [item("several-analysts", "info", `共有 ${hands} 人录入过读数。`, `${hands} persons entered readings.`)]
      : []),
  ];
}

function environmentItems({ environment }: ReviewedObservation): readonly ChecklistItem[] {
  const { temperatureC, humidityPercent } = environment;
  if (temperatureC !== null && humidityPercent !== null) return [];
  return [
    item(
      "environment-missing",
      "attention",
      "环境温度或湿度没有记录。",
      "Ambient temperature or humidity was not recorded.",
    ),
  ];
}

function lateItems({ dueOn, enteredOn }: ReviewFacts): readonly ChecklistItem[] {
  if (enteredOn <= dueOn) return [];
  return [
    item("late", "info", `应于 ${dueOn} 完成，实际于 ${enteredOn} 录入。`, `Due on ${dueOn}, entered on ${enteredOn}.`),
  ];
}

function originItems({ origin }: ReviewedObservation): readonly ChecklistItem[] {
  if (origin === "typed") return [];
  return [
    item(
      "from-file",
      "info",
      "读数来自仪器文件，原件已保存。",
      "The readings come from an instrument file; the original is kept.",
    ),
  ];
}

function item(code: string, severity: ChecklistItem["severity"], zh: string, en: string): ChecklistItem {
  return { code, severity, sentence: { zh, en } };
}
