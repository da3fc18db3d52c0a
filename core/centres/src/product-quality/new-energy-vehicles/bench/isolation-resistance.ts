import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Flag, MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, single } from "@quanheng/flow/determination/readings.ts";
import { choice, optional, quantity } from "../../../bench-inputs.ts";
import { type Label, share, verdict, words } from "../../../bench-verdicts.ts";
import { isolationResistance } from "../isolation-resistance.ts";
import { ISOLATION } from "../tables.ts";

/** Isolation resistance of a high-voltage bus by the voltmeter method. */
export const isolationResistanceBench: MethodDefinition = describe({
  id: "ev.isolation-resistance",
  title: { zh: "高压系统绝缘电阻（电压法）", en: "Isolation resistance of the high-voltage bus" },
  normative: ["UN R100.03", "GB 18384-2020"],
  source: "UN Regulation No. 100, annex 5A; GB 18384-2020, 6.2",
  validFrom: "2021-01-01",
  inputs: [
    voltage("busV", ["母线电压 V_b", "Voltage of the bus V_b"]),
    voltage("negativeV", ["负极对车身 V₁", "Negative side to chassis V₁"]),
    voltage("positiveV", ["正极对车身 V₂", "Positive side to chassis V₂"]),
    quantity("resistorOhm", ["接入电阻 R₀", "Resistor R₀"], "Ohm", ["1", "1e9"], {
      instrumentType: "ohmmeter",
      uncertainty: share(0.1),
    }),
    choice(
      "resistorSide",
      ["电阻接入侧", "Side of the resistor"],
      words([
        ["negative", "负极", "Negative"],
        ["positive", "正极", "Positive"],
      ]),
      { preset: "negative" },
    ),
    voltage("loadedV", ["接入后该侧电压 V′", "Voltage of that side with it V′"]),
    quantity("workingV", ["工作电压", "Working voltage"], "V", ["1", "2000"], {
      optional: true,
      group: "conditions",
      hint: { zh: "不填则取母线电压。", en: "The voltage of the bus where it is empty." },
    }),
  ],
  output: {
    characteristic: "isolation-dc",
    label: { zh: "每伏绝缘电阻", en: "Isolation resistance per volt" },
    unit: "Ohm/V",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "ohm",
      characteristic: "isolation-resistance",
      label: { zh: "绝缘电阻 R_i", en: "Isolation resistance R_i" },
      unit: "kOhm",
      rounding: { mode: "half-even", places: 1 },
    },
  ],
  names: {},
  compute(readings) {
    const { ohm, ohmPerVolt } = isolation(readings);
    return { value: ohmPerVolt, further: { ohm: ohm / 1000 } };
  },
  flags(readings): readonly Flag[] {
    const { resistorAdvised } = isolation(readings);
    if (resistorAdvised) return [];
    // Best within 20 % of the least resistance; any value is valid.
    const least = Number(ISOLATION.dc) * (optional(readings, "workingV") ?? single(readings, "busV"));
    const facts = { field: "resistorOhm", given: single(readings, "resistorOhm"), min: 0.8 * least, max: 1.2 * least };
    return [{ code: "outside-preferred-range", facts }];
  },
  findings(readings) {
    const { dcOk, acOk, acProtectedOk } = isolation(readings);
    return [
      verdict("dc", ["直流电路 100 Ω/V", "D.c. circuits, 100 Ω/V"], dcOk, ISOLATION),
      verdict("ac", ["交流或混合电路 500 Ω/V", "A.c. or combined circuits, 500 Ω/V"], acOk, ISOLATION),
      verdict(
        "ac-protected",
        ["有附加防护的交流电路 100 Ω/V", "Protected a.c. circuits, 100 Ω/V"],
        acProtectedOk,
        ISOLATION,
      ),
    ];
  },
  example: { busV: "396", negativeV: "206", positiveV: "188", resistorOhm: "200000", loadedV: "120.2" },
});

function voltage(name: string, label: Label) {
  return quantity(name, label, "V", ["0", "2000"], { instrumentType: "voltmeter", uncertainty: share(0.25) });
}

function isolation(readings: Readings) {
  const workingV = optional(readings, "workingV");
  return isolationResistance(
    {
      busV: single(readings, "busV"),
      negativeV: single(readings, "negativeV"),
      positiveV: single(readings, "positiveV"),
      resistorOhm: single(readings, "resistorOhm"),
      resistorSide: chosen(readings, "resistorSide", ["negative", "positive"]),
      loadedV: single(readings, "loadedV"),
      ...(workingV === undefined ? {} : { workingV }),
    },
    ISOLATION,
  );
}
