import { readFileSync } from "node:fs";
import {
  type AcceptanceValue,
  acceptanceValue,
  meetsL1,
  reportedAcceptanceValue,
  type UnitSummary,
  uniformityOfUnits,
} from "@quanheng/centres/product-quality/biomedicine/acceptance-value.ts";
import type { Grouping } from "@quanheng/centres/product-quality/biomedicine/assay-design.ts";
import { contentUniformityChp } from "@quanheng/centres/product-quality/biomedicine/content-uniformity-chp.ts";
import {
  type ChpDissolutionRule,
  dissolutionChp,
} from "@quanheng/centres/product-quality/biomedicine/dissolution-chp.ts";
import {
  type DissolutionStage,
  type DissolutionTable,
  dissolutionStages,
} from "@quanheng/centres/product-quality/biomedicine/dissolution-stages.ts";
import { gelClot } from "@quanheng/centres/product-quality/biomedicine/endotoxin-gel-clot.ts";
import { microbialLimit } from "@quanheng/centres/product-quality/biomedicine/microbial-limit.ts";
import {
  type ParallelLineAssay,
  type Preparation,
  parallelLineAssay,
} from "@quanheng/centres/product-quality/biomedicine/parallel-line-assay.ts";
import { profileSimilarity } from "@quanheng/centres/product-quality/biomedicine/profile-similarity.ts";
import { decimal, toNumber } from "@quanheng/kernel/decimal.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const USP711 = table<DissolutionTable & { readonly tables: Readonly<Record<string, readonly DissolutionStage[]>> }>(
  "usp-711",
);
const CHP0931 = table<ChpDissolutionRule>("chp-0931");

/** Published names of the methods and of their figures, mapped to the functions of biomedicine. */
export const biomedicineMethods: Readonly<Record<string, Compute>> = {
  "pharma.usp905": (inputs) => {
    const [target, limits] = [Number(inputs["T"]), { L1: text(inputs["L1"]), L2: text(inputs["L2"] ?? 25) }];
    if (inputs["units_percent"] === undefined) {
      const summary = { units: inputs["n"], meanPercent: inputs["mean"], sdPercent: inputs["s"] } as UnitSummary;
      const value = acceptanceValue(summary, target);
      return { ...uspFigures(value), stage1: meetsL1(value, limits) ? "pass" : "go-to-stage-2" };
    }
    const units = inputs["units_percent"] as number[];
    const further = inputs["stage2_units_percent"] as number[] | undefined;
    const { stage1, stage2, unitRange, verdict } = uniformityOfUnits(units, further, limits, target);
    if (!stage2) return { ...uspFigures(stage1), stage1: verdict === "pass" ? "pass" : "go-to-stage-2" };
    return {
      stage1: uspFigures(stage1),
      stage2: uspFigures(stage2),
      limit_low: unitRange?.low,
      limit_high: unitRange?.high,
      pass_: verdict === "pass",
    };
  },

  "pharma.chp0941": ({ units_percent, L }) => {
    const outcome = contentUniformityChp(units_percent as number[], text(L));
    const { meanPercent, sdPercent, deviation, index, verdict } = outcome;
    return { mean: meanPercent, s: sdPercent, A: deviation, index, result: verdict };
  },

  "pharma.usp711.immediate": ({ Q, stages }) => {
    const immediate = { ...USP711, stages: USP711.tables["immediate"]! };
    const outcome = dissolutionStages(stages as number[][], { low: Q as number }, immediate);
    return { stage: outcome.stage, n: outcome.units, mean: outcome.meanPercent, pass_: outcome.verdict === "pass" };
  },

  "pharma.chp0931": ({ Q, stages }) => {
    const { units, meanPercent, verdict, rule } = dissolutionChp(stages as number[][], Q as number, CHP0931);
    return { n: units, mean: meanPercent, result: verdict, rule: CHP_RULE[rule] };
  },

  "pharma.f2": ({ reference, test }) => {
    const { f1, f2, f2Reported, similar } = profileSimilarity(reference as number[], test as number[]);
    return { f1, f2, f2_reported: Number(f2Reported), similar };
  },

  "bioassay.parallelLine": (inputs) => {
    const { transformation, doseOrder } = inputs as Pick<ParallelLineAssay, "transformation" | "doseOrder">;
    const result = parallelLineAssay({
      design: design(inputs),
      doseRatio: inputs["doseRatio"] as number,
      standard: inputs["standard"] as Preparation,
      tests: inputs["tests"] as Preparation[],
      ...(transformation ? { transformation } : {}),
      ...(doseOrder ? { doseOrder } : {}),
      assumedPotency: inputs["A"] as number,
    });
    const logarithms = result.potencies.map(({ lnRatio, lnLower, lnUpper }) => ({
      lnM: lnRatio,
      ln_lower: lnLower,
      ln_upper: lnUpper,
    }));
    return {
      SS: result.squares,
      df: result.dof,
      F: result.F,
      p: result.p,
      s2: result.residualVariance,
      slope: result.slope,
      C: result.C,
      V: result.V,
      t: result.t,
      lnPotency: logarithms,
      lnPotency_raw: logarithms,
      potency: result.potencies.map((potency, k) => ({ ...logarithms[k], ...potency })),
      potency_IU_per_mg: result.potencies[0],
      potency_IU_per_vial: result.potencies[0],
      valid: result.valid,
    };
  },

  "pharma.microbialLimit": (inputs) => {
    const criterion = inputs["criterion"] as number;
    const { count, greatest, pass } = microbialLimit({
      colonies: inputs["plates_cfu"] as number[],
      dilution: inputs["dilution"] as number,
      criterion,
      estimated: inputs["estimated"] === true,
    });
    return { cfu_per_g: count, criterion, max_acceptable: greatest, pass_: pass };
  },

  "pharma.endotoxin.gelClot": (inputs) => {
    const { geometricMeanEuMl, sensitivityConfirmed, greatestDilution } = gelClot({
      endpointsEuMl: inputs["endpoints_EU_mL"] as number[],
      sensitivityEuMl: inputs["labelled_lambda"] as number,
      limitEuMg: inputs["limit_EU_per_mg"] as number,
      concentrationMgMl: inputs["concentration_mg_per_mL"] as number,
    });
    return { geometric_mean: geometricMeanEuMl, lambda_ok: sensitivityConfirmed, MVD: greatestDilution };
  },
};

const CHP_RULE = {
  "all-reach-q": "all >= Q",
  "few-slightly-below": "1-2 in [Q-10,Q)",
  "one-far-below": "one in [Q-20,Q-10)",
  none: "none",
} as const;

function uspFigures(value: AcceptanceValue) {
  return {
    n: value.units,
    mean: value.meanPercent,
    s: value.sdPercent,
    M: value.referencePercent,
    k: value.k,
    AV: value.acceptanceValue,
    AV_reported: toNumber(decimal(reportedAcceptanceValue(value.acceptanceValue))),
  };
}

function design(inputs: Inputs): Grouping {
  switch (inputs["design"]) {
    case "latinSquare":
      return {
        kind: "latin-square",
        rowSums: inputs["rowSums"] as number[],
        columnSums: inputs["columnSums"] as number[],
      };
    case "randomisedBlock":
      return { kind: "randomised-block", blockSums: inputs["blockSums"] as number[] };
    default:
      return { kind: "completely-randomised" };
  }
}

/** A limit with at least one decimal, as the pharmacopoeias print it. */
function text(limit: unknown): string {
  const plain = String(limit);
  return plain.includes(".") ? plain : `${plain}.0`;
}
