import { reeling } from "@quanheng/centres/product-quality/silk/cocoon.ts";
import { conditionedMass } from "@quanheng/centres/product-quality/silk/conditioned-mass.ts";
import { type SilkGradeTable, type SilkResults, silkGrade } from "@quanheng/centres/product-quality/silk/grade.ts";
import { cleanness, neatness } from "@quanheng/centres/product-quality/silk/panels.ts";
import { conditionedSize, sizeStatistics } from "@quanheng/centres/product-quality/silk/size.ts";
import { tenacity } from "@quanheng/centres/product-quality/silk/strength.ts";
import type { Compute, Inputs } from "./compute.ts";
import { figure, reportedAt } from "./figures.ts";
import { readTable } from "./read-table.ts";

const GRADES = readTable<SilkGradeTable>("gbt1797-2008.json");

/** Published names of the methods and of their figures, mapped to the functions of cocoon and silk. */
export const silkMethods: Readonly<Record<string, Compute>> = {
  "silk.size.statistics": (inputs) => {
    const found = sizeStatistics(
      String(inputs["nominal"]),
      (inputs["skeins"] as readonly Inputs[]).map((row) => ({
        sizeDen: figure(row, "den"),
        count: figure(row, "count"),
      })),
    );
    return {
      N: found.number,
      mean_den: found.meanDen,
      deviation_den: found.deviationDen,
      n_extreme: found.extreme,
      fine_mean: found.fineDen,
      coarse_mean: found.coarseDen,
      max_deviation_den: found.greatestDeviationDen,
      mean_dtex: found.meanDtex,
      reported: {
        mean: reportedAt(found.meanDen, 2),
        deviation: reportedAt(found.deviationDen, 2),
        max_deviation: reportedAt(found.greatestDeviationDen, 2),
      },
    };
  },

  "silk.size.conditioned": (inputs) => {
    const { den, dtex } = conditionedSize({
      dryG: figure(inputs, "dry_mass_g"),
      skeins: figure(inputs, "skeins"),
      turns: figure(inputs, "turns"),
      turnM: figure(inputs, "turn_m"),
      regain: figure(inputs, "regain"),
    });
    return { den, dtex, reported_den: reportedAt(den, 2) };
  },

  "silk.conditionedMass": (inputs) => {
    const { regains, meanPercent, massKg } = conditionedMass(
      figure(inputs, "net_mass_kg"),
      (inputs["samples"] as readonly Inputs[]).map((row) => ({
        wetG: figure(row, "wet_g"),
        dryG: figure(row, "dry_g"),
      })),
      inputs["maxSpread"] === undefined ? undefined : figure(inputs, "maxSpread"),
    );
    return {
      regains,
      regain_percent: meanPercent,
      reported_regain: reportedAt(meanPercent, 2),
      conditioned_kg: massKg,
      reported_conditioned_kg: reportedAt(massKg, 2),
    };
  },

  "silk.cleanness": (inputs) => ({
    score: cleanness({
      major: figure(inputs, "major"),
      minor: figure(inputs, "minor"),
      ordinary: figure(inputs, "ordinary"),
    }),
  }),

  "silk.neatness": ({ panels }) => {
    const score = neatness(
      (panels as readonly Inputs[]).map((row) => ({ score: figure(row, "score"), count: figure(row, "count") })),
    );
    return { score, reported: reportedAt(score, 2) };
  },

  "silk.tenacity": (inputs) => {
    const { gfDen, cnDtex } = tenacity(
      figure(inputs, "force_kgf"),
      figure(inputs, "skein_ends"),
      figure(inputs, "mean_size_den"),
    );
    return { gf_per_den: gfDen, cN_per_dtex: cnDtex };
  },

  "silk.grade.gbt1797": (inputs) => {
    const found = silkGrade(results(inputs), GRADES);
    return {
      main: found.main,
      basicGrade: found.basicGrade,
      auxiliary: found.auxiliary,
      auxiliaryClass: found.auxiliaryClass,
      steps_down: found.stepsDown,
      grade: found.grade,
    };
  },

  "cocoon.reeling": (inputs) => {
    const found = reeling({
      cocoons: figure(inputs, "cocoons"),
      drops: figure(inputs, "drops"),
      turns: figure(inputs, "turns"),
      turnM: figure(inputs, "turn_m"),
      fixedCocoons: figure(inputs, "constant_cocoons"),
      drySilkG: figure(inputs, "dry_silk_g"),
      cocoonsG: figure(inputs, "cocoon_mass_g"),
      shellG: figure(inputs, "shell_g"),
      shellSampleG: figure(inputs, "cocoon_sample_g"),
    });
    return {
      reelability_percent: found.reelabilityPercent,
      filament_length_m: found.lengthM,
      nonbroken_length_m: found.nonBrokenM,
      filament_den: found.filamentDen,
      conditioned_silk_g: found.silkG,
      silk_yield_percent: found.yieldPercent,
      shell_percent: found.shellPercent,
      cocoon_to_silk_ratio: found.cocoonToSilk,
    };
  },
};

function results(inputs: Inputs): SilkResults {
  const at = (name: string) => figure(inputs, name);
  return {
    nominalDen: at("nominal_den"),
    main: {
      sizeDeviation: at("sizeDeviation"),
      maxDeviation: at("maxDeviation"),
      evennessII: at("evennessII"),
      cleanness: at("cleanness"),
      neatness: at("neatness"),
    },
    auxiliary: {
      evennessIII: at("evennessIII"),
      windingBreaks: at("windingBreaks"),
      tenacity: at("tenacity"),
      elongation: at("elongation"),
      cohesion: at("cohesion"),
    },
    appearance: (inputs["appearance"] ?? "normal") as SilkResults["appearance"],
  };
}
