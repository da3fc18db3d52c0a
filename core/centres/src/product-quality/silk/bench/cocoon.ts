import { describe } from "@quanheng/flow/determination/describe.ts";
import type { FurtherOutput } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { equipment, quantity } from "../../../bench-inputs.ts";
import { reeling } from "../cocoon.ts";

const balance = { instrumentType: "balance", uncertainty: { kind: "rectangular", halfWidth: 0.05 } } as const;

function output(name: string, zh: string, en: string, unit: string, places: number): FurtherOutput {
  return { name, characteristic: `cocoon-${name}`, label: { zh, en }, unit, rounding: { mode: "half-even", places } };
}

/** What dried cocoons give when they are reeled. */
export const reelingBench = describe({
  id: "cocoon.reeling",
  title: { zh: "桑蚕干茧缫丝试验", en: "Reeling test of dried cocoons" },
  normative: ["GB/T 9111-2015", "GB/T 9176-2016"],
  source: "GB/T 9111-2015, GB/T 9176-2016; recalled",
  validFrom: "2016-08-01",
  inputs: [
    quantity("cocoons", ["供试茧粒数", "Cocoons reeled"], "1", ["1", "10000"]),
    quantity("drops", ["落绪次数", "Ends dropped"], "1", ["0", "100000"]),
    quantity("turns", ["卷取回数", "Turns of the reel"], "1", ["1", "10000000"], {
      uncertainty: { kind: "percent", percent: 0.2, distribution: "rectangular" },
    }),
    equipment("turnM", ["每回长度", "Length of a turn"], "m", ["0.1", "5"], "1.125", {
      uncertainty: { kind: "percent", percent: 0.2, distribution: "rectangular" },
    }),
    quantity("fixedCocoons", ["定粒数", "Cocoons on a thread"], "1", ["1", "50"]),
    quantity("drySilkG", ["丝干量", "Oven-dry silk"], "g", ["0.1", "10000"], balance),
    quantity("cocoonsG", ["茧量", "Mass of the cocoons"], "g", ["0.1", "100000"], balance),
    quantity("shellG", ["茧层量", "Shells of the sample"], "g", ["0.1", "1000"], balance),
    quantity("shellSampleG", ["样茧量", "Cocoons of the sample"], "g", ["0.1", "1000"], balance),
  ],
  output: {
    characteristic: "cocoon-yield",
    label: { zh: "出丝率", en: "Silk yield" },
    unit: "%",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    output("reelability", "解舒率", "Reelability", "%", 2),
    output("length", "茧丝长", "Filament length", "m", 1),
    output("nonBroken", "解舒丝长", "Non-broken length", "m", 1),
    output("filament", "茧丝纤度", "Filament size", "[den]", 3),
    output("shell", "茧层率", "Shell", "%", 2),
    output("ratio", "缫折（茧丝比）", "Cocoon to silk", "1", 3),
  ],
  names: { silk: { zh: "公量丝量", en: "Conditioned silk" } },
  compute: (readings) => {
    const found = reeling({
      cocoons: single(readings, "cocoons"),
      drops: single(readings, "drops"),
      turns: single(readings, "turns"),
      turnM: single(readings, "turnM"),
      fixedCocoons: single(readings, "fixedCocoons"),
      drySilkG: single(readings, "drySilkG"),
      cocoonsG: single(readings, "cocoonsG"),
      shellG: single(readings, "shellG"),
      shellSampleG: single(readings, "shellSampleG"),
    });
    return {
      value: found.yieldPercent,
      further: {
        reelability: found.reelabilityPercent,
        length: found.lengthM,
        nonBroken: found.nonBrokenM,
        filament: found.filamentDen,
        shell: found.shellPercent,
        ratio: found.cocoonToSilk,
      },
      intermediate: [{ name: "silk", value: found.silkG, unit: "g" }],
    };
  },
  example: {
    cocoons: "400",
    drops: "196",
    turns: "41250",
    fixedCocoons: "8",
    drySilkG: "103.4",
    cocoonsG: "297.5",
    shellG: "20.35",
    shellSampleG: "40.10",
  },
});
