import { readFileSync } from "node:fs";
import { additivesSum } from "@quanheng/centres/product-quality/sugar-and-food/additives-sum.ts";
import { conductivityAsh } from "@quanheng/centres/product-quality/sugar-and-food/conductivity-ash.ts";
import { contaminantDecision } from "@quanheng/centres/product-quality/sugar-and-food/contaminant-decision.ts";
import { type GradeTable, gradeOf } from "@quanheng/centres/product-quality/sugar-and-food/grade.ts";
import { lossOnDrying } from "@quanheng/centres/product-quality/sugar-and-food/loss-on-drying.ts";
import {
  type FoodComponent,
  type LabelItem,
  nutritionLabel,
} from "@quanheng/centres/product-quality/sugar-and-food/nutrition-label.ts";
import { withinTolerance } from "@quanheng/centres/product-quality/sugar-and-food/nutrition-tolerance.ts";
import { polarization, type Wavelength } from "@quanheng/centres/product-quality/sugar-and-food/polarization.ts";
import { ofner } from "@quanheng/centres/product-quality/sugar-and-food/reducing-sugars.ts";
import { solutionColour, solutionTurbidity } from "@quanheng/centres/product-quality/sugar-and-food/solution-colour.ts";
import { solutionDensity } from "@quanheng/centres/product-quality/sugar-and-food/solution-density.ts";
import { definitionById } from "@quanheng/centres/registry.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import type { Compute, Inputs } from "./compute.ts";

const GRADES = JSON.parse(
  readFileSync(new URL("../../../../../data/methods/gbt317-2018.json", import.meta.url), "utf8"),
) as GradeTable;

/** Published names of the methods and of their figures, mapped to the functions of the centre. */
export const sugarMethods: Readonly<Record<string, Compute>> = {
  "sugar.solutionDensity": ({ w }) => ({ rho_kg_per_m3: (w as number[]).map(solutionDensity) }),

  "sugar.polarization": (inputs) => {
    const { polT, pol20 } = polarization({
      rotationDeg: number(inputs, "alpha_deg"),
      wavelength: inputs["wavelength_nm"] as Wavelength,
      temperatureC: number(inputs, "t_C"),
      quartzWedge: inputs["quartzWedge"] === true,
      plateCertifiedZ: number(inputs, "quartz_certified_Z"),
      plateReadZ: number(inputs, "quartz_read_Z"),
      massG: number(inputs, "mass_g"),
      volumeMl: number(inputs, "volume_mL"),
      tubeMm: number(inputs, "tube_mm"),
    });
    return { pol_t: polT, pol_20: pol20, reported: reported("sugar.polarization", pol20) };
  },

  "sugar.conductivityAsh": (inputs) => {
    const { solution20, water20, net, ashPercent } = conductivityAsh({
      procedure: "refined",
      solutionUsCm: number(inputs, "C_solution_uS_cm"),
      solutionC: number(inputs, "t_solution_C"),
      waterUsCm: number(inputs, "C_water_uS_cm"),
      waterC: number(inputs, "t_water_C"),
    });
    const reported_percent = reported("sugar.conductivity-ash", ashPercent);
    return { C1_20: solution20, C2_20: water20, C28: net, ash_percent: ashPercent, reported_percent };
  },

  "sugar.icumsaColour": (inputs) => {
    const { concentration, colour } = solutionColour({
      absorbance: number(inputs, "absorbance"),
      cellCm: number(inputs, "cell_cm"),
      rdsPercent: number(inputs, "rds_percent"),
    });
    return { c_g_per_mL: concentration, IU: colour, reported: reported("sugar.colour-icumsa", colour) };
  },

  "sugar.turbidity": (inputs) => {
    const { turbidity } = solutionTurbidity({
      unfiltered: number(inputs, "absorbance_unfiltered"),
      filtered: number(inputs, "absorbance_filtered"),
      cellCm: number(inputs, "cell_cm"),
      rdsPercent: number(inputs, "rds_percent"),
    });
    return { MAU: turbidity, reported: reported("sugar.turbidity", turbidity) };
  },

  "sugar.lossOnDrying": (inputs) => {
    const loss = lossOnDrying({
      dishG: number(inputs, "m_dish_g"),
      beforeG: number(inputs, "m_before_g"),
      afterG: number(inputs, "m_after_g"),
    });
    return { lod_percent: loss, reported: reported("sugar.loss-on-drying", loss) };
  },

  "sugar.reducingSugars.ofner": (inputs) => {
    const { netMl, reducingPercent } = ofner({
      iodineMl: number(inputs, "V_iodine_mL"),
      thiosulphateMl: number(inputs, "V_thiosulfate_mL"),
      blankMl: number(inputs, "V_blank_mL"),
      massG: number(inputs, "mass_g"),
      sucroseMlPerG: number(inputs, "corr_mL_per_g"),
      mgPerMl: number(inputs, "mg_per_mL"),
    });
    return {
      net_mL: netMl,
      reducing_percent: reducingPercent,
      reported: reported("sugar.reducing-sugars", reducingPercent),
    };
  },

  "sugar.grade.gbt317": (inputs) => {
    const values = Object.fromEntries(Object.keys(inputs).map((name) => [GRADED[name] ?? name, number(inputs, name)]));
    const { perItem, grade } = gradeOf(values, GRADES);
    return {
      perItem: Object.fromEntries(Object.keys(inputs).map((name) => [name, perItem[GRADED[name] ?? name]])),
      grade,
    };
  },

  "food.additives.ratioSum": ({ additives }) => {
    const uses = (additives as readonly Inputs[]).map((use) => ({
      name: String(use["name"]),
      contentGKg: number(use, "content_g_per_kg"),
      limitGKg: number(use, "limit_g_per_kg"),
    }));
    const { shares, sum, pass } = additivesSum(uses);
    return { ratios: shares.map(toNumber), sum: toNumber(sum), pass_: pass };
  },

  "food.contaminant.decision": (inputs) => {
    const { corrected, expanded, lower, simple, guarded, enforcement } = contaminantDecision({
      contentMgKg: number(inputs, "result_mg_per_kg"),
      recoveryPercent: number(inputs, "recovery_percent"),
      relativeU: number(inputs, "U_rel"),
      limitMgKg: number(inputs, "limit_mg_per_kg"),
    });
    return { corrected, U: expanded, lower, simple_: simple, guarded, beyondReasonableDoubt: enforcement };
  },

  "food.nutritionLabel": (inputs) => {
    const composition = inputs["composition_g"] as Partial<Record<FoodComponent, number>>;
    const { energyKj, energyKcal, label, nrvPercent } = nutritionLabel(composition, number(inputs, "sodium_mg"));
    const figures = (items: typeof label) =>
      Object.fromEntries(Object.entries(LABELLED).map(([name, item]) => [name, toNumber(items[item])]));
    return {
      energy_kJ_raw: toNumber(energyKj),
      energy_kcal_codex: toNumber(energyKcal),
      label: figures(label),
      nrv_percent: figures(nrvPercent),
    };
  },

  "food.nutritionTolerance": (inputs) => {
    const [label, measured] = [inputs["label"] as Inputs, inputs["measured"] as Inputs];
    const items = Object.keys(label).map((name) => {
      const item = LABELLED[name as keyof typeof LABELLED];
      const { ratioPercent, rule, ok } = withinTolerance(item, number(label, name), number(measured, name));
      return [name, { ratio_percent: ratioPercent, rule, ok }] as const;
    });
    return { items: Object.fromEntries(items), pass_: items.every(([, { ok }]) => ok) };
  },
};

const GRADED: Readonly<Record<string, string>> = {
  pol_percent: "polarisation",
  reducing_percent: "invert-sugar",
  ash_percent: "conductivity-ash",
  lod_percent: "loss-on-drying",
  colour_IU: "colour-icumsa",
  turbidity_MAU: "turbidity-mau",
  insoluble_mg_per_kg: "insolubles",
  so2_mg_per_kg: "sulphur-dioxide",
};

const LABELLED = {
  energy_kJ: "energyKj",
  protein_g: "proteinG",
  fat_g: "fatG",
  carbohydrate_g: "carbohydrateG",
  sodium_mg: "sodiumMg",
} as const satisfies Record<string, LabelItem>;

function number(inputs: Inputs, name: string): number {
  const value = inputs[name];
  if (typeof value !== "number") throw new Error(`case without the number ${name}`);
  return value;
}

/** Rounded as the method on the bench reports it. */
function reported(definition: string, value: number): number {
  const rounding = definitionById(definition)?.output.rounding;
  if (!rounding) throw new Error(`no definition ${definition}`);
  return Number(reportedText(value, rounding));
}
