import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, flagged, series, single } from "@quanheng/flow/determination/readings.ts";
import { sum } from "@quanheng/kernel/statistics.ts";
import { choice, quantity } from "../../../bench-inputs.ts";
import { effect, type Label, verdict, words, yesNo } from "../../../bench-verdicts.ts";
import { microbialLimit } from "../microbial-limit.ts";

const CRITERIA = ["10", "100", "1000", "10000", "100000"] as const;
const CHAPTER = { document: "USP <1111>; Ph. Eur. 5.1.4", status: "recalled" } as const;
/** Standard uncertainty of a decimal dilution. [%] We choose what two pipettings of one per cent make. */
const DILUTION = { kind: "percent", percent: 1.4, distribution: "normal" } as const;

/** Total aerobic microbial count by plate count. */
export const aerobicCountBench = countBench("tamc", "bacteria", ["需氧菌总数", "Total aerobic microbial count"]);
/** Total combined yeast and mould count by plate count. */
export const mouldCountBench = countBench("tymc", "moulds", [
  "霉菌和酵母菌总数",
  "Total combined yeast and mould count",
]);

function countBench(characteristic: string, organisms: "bacteria" | "moulds", label: Label): MethodDefinition {
  const [zh, en] = label;
  const count = (readings: Readings) =>
    microbialLimit({
      colonies: series(readings, "colonies"),
      dilution: single(readings, "dilution"),
      criterion: Number(chosen(readings, "criterion", CRITERIA)),
      organisms,
      estimated: flagged(readings, "estimated"),
    });
  return describe({
    id: `pharma.${characteristic}`,
    title: { zh: `${zh}（平皿法）`, en: `${en} (plate count)` },
    normative: ["USP <1111>"],
    source: "USP <61>; Ph. Eur. 2.6.12; ChP 2020, 1105",
    validFrom: "2009-05-01",
    inputs: [
      quantity("colonies", ["各平板菌落数", "Colonies on each plate"], "{CFU}", ["0", "1000"], {
        replicates: { min: 1, max: 10 },
      }),
      quantity("dilution", ["稀释倍数", "Dilution"], "1", ["1", "1e9"], {
        uncertainty: DILUTION,
        hint: { zh: "1:10 的供试液填 10。", en: "10 for a dilution of 1:10." },
      }),
      choice(
        "criterion",
        ["限度标准", "Acceptance criterion"],
        words(CRITERIA.map((value) => [value, `${value} CFU/g`, `${value} CFU/g`])),
        { group: "conditions" },
      ),
      yesNo("estimated", ["为估计值", "The count is estimated"]),
    ],
    output: {
      characteristic,
      label: { zh, en },
      unit: "{CFU}/g",
      rounding: { mode: "half-even", places: 0 },
    },
    names: { poisson: { zh: "菌落计数（泊松）", en: "Counting of colonies (Poisson)" } },
    compute: (readings) => ({ value: count(readings).count }),
    more(readings, { value }) {
      // Colonies on a plate follow Poisson's distribution: the relative uncertainty of their sum N is 1/√N.
      const total = sum(series(readings, "colonies"));
      return [effect("poisson", total > 0 ? value / Math.sqrt(total) : single(readings, "dilution"))];
    },
    findings(readings) {
      const { pass, greatest } = count(readings);
      return [
        verdict("criterion", ["微生物限度", "Microbial limit"], pass, CHAPTER, {
          kept: [`不超过 ${greatest} CFU/g`, `at most ${greatest} CFU/g`],
          broken: [`超过 ${greatest} CFU/g`, `above ${greatest} CFU/g`],
        }),
      ];
    },
    example: {
      colonies: organisms === "bacteria" ? ["142", "158"] : ["42", "38"],
      dilution: "10",
      criterion: "1000",
    },
  });
}
