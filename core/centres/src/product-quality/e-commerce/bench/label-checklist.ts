import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen } from "@quanheng/flow/determination/readings.ts";
import { choiceOf } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { type LabelItemState, missingItems } from "../label-checklist.ts";
import { LABEL } from "../tables.ts";

const STATES = [
  ["there", "已标示", "there"],
  ["missing", "缺失", "missing"],
  ["not-applicable", "免除标示", "exempt"],
] as const;

function foundOf(readings: Readings): Record<string, LabelItemState> {
  const states = STATES.map(([value]) => value);
  return Object.fromEntries(LABEL.items.map(({ name }) => [name, chosen(readings, name, states)]));
}

/** The mandatory items of a food label, looked for one by one. */
export const labelChecklistBench: MethodDefinition = describe({
  id: "e-commerce.label-checklist",
  title: { zh: "预包装食品标签强制标示内容", en: "Mandatory items of a food label" },
  normative: ["GB 7718-2011"],
  source: "GB 7718-2011, 4.1.1",
  validFrom: "2012-04-20",
  inputs: LABEL.items.map(({ name, zh, en }) => choiceOf(name, [zh, en], STATES)),
  output: {
    characteristic: "label-element",
    label: { zh: "缺失的强制标示项数", en: "Mandatory items that are missing" },
    unit: "1",
    rounding: { mode: "half-even", places: 0 },
  },
  names: {},
  compute: (readings) => ({ value: missingItems(LABEL, foundOf(readings)).length }),
  findings: (readings) => {
    const missing = new Set(missingItems(LABEL, foundOf(readings)));
    return LABEL.items.map(({ name, zh, en }) =>
      verdict(name, [zh, en], !missing.has(name), LABEL, { kept: ["符合", "met"], broken: ["缺失", "missing"] }),
    );
  },
  example: Object.fromEntries(LABEL.items.map(({ name }) => [name, "there"])),
});
