import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, single } from "@quanheng/flow/determination/readings.ts";
import { choice, quantity } from "../../../bench-inputs.ts";
import { share, verdict, within, words } from "../../../bench-verdicts.ts";
import { chargingError } from "../charging-error.ts";
import { pilotSignal } from "../control-pilot.ts";
import { refuse } from "../refusals.ts";
import { CHARGERS } from "../tables.ts";

/** Current that the control pilot of a charger allows, from its duty cycle. */
export const controlPilotBench: MethodDefinition = describe({
  id: "ev.control-pilot",
  title: { zh: "控制导引占空比与最大电流", en: "Control pilot: duty cycle and current" },
  normative: [],
  source: "IEC 61851-1, annex A; GB/T 18487.1; recalled",
  validFrom: "2017-02-07",
  inputs: [quantity("dutyPercent", ["占空比", "Duty cycle"], "%", ["0", "100"], { uncertainty: within(0.1) })],
  output: {
    characteristic: "ev-pilot-current",
    label: { zh: "最大允许电流", en: "Greatest current" },
    unit: "A",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute(readings) {
    const duty = single(readings, "dutyPercent");
    const signal = pilotSignal(duty);
    if (signal.kind === "digital") return refuse("duty-digital", { field: "dutyPercent", given: duty });
    return { value: signal.currentA };
  },
  example: { dutyPercent: "26.7" },
});

/** Energy error of a charger against a reference meter. */
export const chargingErrorBench: MethodDefinition = describe({
  id: "ev.charging-error",
  title: { zh: "充电桩电能示值误差", en: "Energy error of a charger" },
  normative: [],
  source: "JJG 1149-2018; JJG 1148-2018; limits recalled",
  validFrom: "2018-12-25",
  inputs: [
    quantity("indicatedKwh", ["充电桩示值", "Indication of the charger"], "kW.h", ["0", "10000"], {
      uncertainty: within(0.0005),
    }),
    quantity("standardKwh", ["标准表示值", "Reference meter"], "kW.h", ["0", "10000"], {
      instrumentType: "standard-electricity-meter",
      uncertainty: share(0.05),
    }),
    choice(
      "accuracyClass",
      ["准确度等级", "Accuracy class"],
      words([
        ["1", "1 级", "Class 1"],
        ["2", "2 级", "Class 2"],
      ]),
      { group: "conditions" },
    ),
  ],
  output: {
    characteristic: "ev-charger-error",
    label: { zh: "示值误差", en: "Energy error" },
    unit: "%",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: error(readings).errorPercent }),
  findings(readings) {
    const { pass, mpePercent } = error(readings);
    return [verdict("mpe", [`最大允许误差 ±${mpePercent} %`, `Permissible error ±${mpePercent} %`], pass, CHARGERS)];
  },
  example: { indicatedKwh: "20.164", standardKwh: "20.031", accuracyClass: "1" },
});

function error(readings: Readings) {
  const accuracyClass = chosen(readings, "accuracyClass", ["1", "2"]);
  return chargingError(single(readings, "indicatedKwh"), single(readings, "standardKwh"), accuracyClass, CHARGERS);
}
