import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Flag, MethodDefinition } from "./method.ts";
import type { Precision } from "./precision.ts";
import { unitSymbol } from "./unit-name.ts";

export type FlagCode =
  | "repeatability-exceeded"
  | "single-determination"
  | "outside-preferred-range"
  | "blank-large"
  | "changed-after-import"
  | "below-quantification";

/**
 * Flags that follow from the replicates alone. `range` and `allowed` are in the unit of the result.
 *
 * @param count of replicates
 * @example scatterFlags({ range: 0.123456, allowed: 0.1, exceeded: true }, 2, "g") // → [{ code: "repeatability-exceeded", facts: { range: "0.123", allowed: "0.1", unit: "g" } }] (three digits are shown)
 * @example scatterFlags({ range: 0, allowed: 0.1, exceeded: false }, 1, "g") // → [{ code: "single-determination" }] (one says nothing of scatter)
 * @source ISO 5725-6:1994, 5.2
 */
export function scatterFlags({ range, allowed, exceeded }: Precision, count: number, unit: string): readonly Flag[] {
  if (count < 2) return [{ code: "single-determination" }];
  if (!exceeded) return [];
  return [
    { code: "repeatability-exceeded", facts: { range: brief(range), allowed: brief(allowed), unit: unitSymbol(unit) } },
  ];
}

/**
 * Readings outside the range in which the method works best; inside the range that it allows.
 *
 * @example preferredRangeFlags("absorbance", [0.3, 0.9], 0.2, 0.8) // → [{ code: "outside-preferred-range", facts: { field: "absorbance", given: 0.9, min: 0.2, max: 0.8 } }] (0.9 > 0.8)
 * @source ours: a method's document recommends the range, the flag only shows it
 */
export function preferredRangeFlags(
  field: string,
  values: readonly number[],
  min: number,
  max: number,
): readonly Flag[] {
  const outside = values.find((value) => value < min || value > max);
  return outside === undefined ? [] : [{ code: "outside-preferred-range", facts: { field, given: outside, min, max } }];
}

/** A blank beyond this share of what the sample indicates asks where it comes from. We choose one half. */
const LARGE_BLANK = 0.5;

/**
 * Says that a blank makes up more than half of what the sample indicates; both in one unit.
 *
 * @example largeBlankFlags("blank", 0.6, 1) // → [{ code: "blank-large", facts: { blank: "0.6", sample: "1" } }] (0.6 > 0.5·1)
 * @example largeBlankFlags("blank", 0.5, 1) // → [] (one half is no more than one half)
 * @source ours: one half; Eurachem, Fitness for Purpose (2014), 6.2, asks for blanks to be looked at
 */
export function largeBlankFlags(field: string, blank: number, sample: number): readonly Flag[] {
  if (!(blank > 0 && blank > LARGE_BLANK * sample)) return [];
  return [{ code: "blank-large", facts: { field, blank: brief(blank), sample: brief(sample) } }];
}

type FlagSentence = (facts: Readonly<Record<string, string | number>>, definition: MethodDefinition) => Bilingual;

const SENTENCES: Readonly<Record<FlagCode, FlagSentence>> = {
  "repeatability-exceeded": ({ range, allowed, unit }) => ({
    zh: `平行测定结果相差 ${range} ${unit}，超过方法允许的 ${allowed} ${unit}。请说明原因或重测。`,
    en: `The replicates differ by ${range} ${unit}; the method allows ${allowed} ${unit}. Explain it or repeat the test.`,
  }),
  "single-determination": () => ({
    zh: "只测定了一次，无法检查重复性。",
    en: "Only one determination was made, so repeatability could not be checked.",
  }),
  "outside-preferred-range": ({ field, given, min, max }, definition) => {
    const input = definition.inputs.find(({ name }) => name === field);
    const unit = unitSymbol(input?.unit ?? "1");
    return {
      zh: `${input?.label.zh ?? field} ${given} ${unit} 超出推荐范围 ${min} 至 ${max} ${unit}。`.replaceAll("  ", " "),
      en: `${input?.label.en ?? field}: ${given} ${unit} lies outside the recommended ${min} to ${max} ${unit}.`.replaceAll(
        "  ",
        " ",
      ),
    };
  },
  "blank-large": ({ field, blank, sample }, definition) => {
    const input = definition.inputs.find(({ name }) => name === field);
    return {
      zh: `空白过大（${input?.label.zh ?? field}）：扣除 ${blank}，而样品示值只有 ${sample}，超过一半。请查明来源，结果可能偏低。`,
      en: `The blank is large (${input?.label.en ?? field}): ${blank} is subtracted from ${sample}, more than half. Find its source; the result may be too low.`,
    };
  },
  "changed-after-import": ({ fields }, definition) => {
    const named = String(fields)
      .split(" ")
      .map((name) => definition.inputs.find((input) => input.name === name)?.label ?? SURROUNDINGS[name]);
    const list = (own: "zh" | "en", between: string) => named.map((label) => label?.[own] ?? "?").join(between);
    return {
      zh: `读数与所附仪器文件不同：${list("zh", "、")}。请对照原件并说明原因。`,
      en: `Readings differ from the attached instrument file: ${list("en", "; ")}. Compare the original and explain it.`,
    };
  },
  "below-quantification": ({ limit, unit }) => ({
    zh: `低于定量限 ${limit} ${unit}，以“小于”报告。`,
    en: `Below the limit of quantification, ${limit} ${unit}; reported as “less than”.`,
  }),
};

const SURROUNDINGS: Readonly<Record<string, Bilingual>> = {
  "environment.temperatureC": { zh: "环境温度", en: "Ambient temperature" },
  "environment.humidityPercent": { zh: "环境湿度", en: "Ambient humidity" },
};

/**
 * A flag in plain words for the reviewer and the analyst.
 *
 * @example flagSentence({ code: "single-determination" }, { inputs: [{ name: "massG", label: { zh: "质量", en: "Mass" }, unit: "g" }] }).en // → "Only one determination was made, so repeatability could not be checked." (the sentence of the code)
 * @source ISO/IEC 17025:2017, 7.7.1
 */
export function flagSentence(flag: Flag, definition: MethodDefinition): Bilingual {
  const sentence = isFlagCode(flag.code) ? SENTENCES[flag.code] : undefined;
  return sentence ? sentence(flag.facts ?? {}, definition) : { zh: flag.code, en: flag.code };
}

function isFlagCode(code: string): code is FlagCode {
  return Object.hasOwn(SENTENCES, code);
}

/** Three significant digits are enough for a person to judge by. */
function brief(value: number): string {
  return String(Number(value.toPrecision(3)));
}
