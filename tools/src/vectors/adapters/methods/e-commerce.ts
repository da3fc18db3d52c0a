import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { declaredQualityAudit } from "@quanheng/centres/product-quality/e-commerce/declared-quality.ts";
import { interspaceRatio } from "@quanheng/centres/product-quality/e-commerce/interspace-ratio.ts";
import {
  type CharacterHeightTable,
  characterHeight,
  labelCheckDigit,
  unitPrice,
} from "@quanheng/centres/product-quality/e-commerce/label.ts";
import { netContentLot } from "@quanheng/centres/product-quality/e-commerce/net-content-lot.ts";
import { samplingPlan } from "@quanheng/centres/product-quality/e-commerce/sampling-plan.ts";
import { verifiableDraw } from "@quanheng/centres/product-quality/e-commerce/verifiable-draw.ts";
import { fromNumber, toNumber } from "@quanheng/kernel/decimal.ts";
import { acceptanceProbability } from "@quanheng/kernel/sampling/acceptance-probability.ts";
import type { InspectionLevel, Severity } from "@quanheng/kernel/sampling/attribute-tables.ts";
import {
  type NetContentEdition,
  tolerableDeficiency,
  tolerableDeficiencyOfCount,
  tolerableDeficiencyOfSize,
} from "@quanheng/kernel/sampling/net-content.ts";
import { afterLot, STARTING, scoreGain } from "@quanheng/kernel/sampling/switching.ts";
import { attributeTables, netContentEditions } from "../metrology/tables.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const HEIGHTS = table<CharacterHeightTable>("net-content-label-2005");

/** Published names of the methods and of their figures, mapped to the functions of goods sold online. */
export const eCommerceMethods: Readonly<Record<string, Compute>> = {
  "netContent.tolerableDeficiency": ({ Qn }) => {
    const of = (edition: string) =>
      (Qn as number[]).map((nominal) => toNumber(tolerableDeficiency(editionOf(edition), fromNumber(nominal))));
    return { T_cn: of("jjf1070-2023"), T_oiml: of("oiml-r87-2016") };
  },

  "netContent.countDeficiency": ({ Qn }) => ({ T: (Qn as number[]).map(tolerableDeficiencyOfCount) }),

  "netContent.lengthAreaDeficiency": ({ length_m, area_m2 }) => {
    const of = (kind: "length" | "area", values: unknown) =>
      ((values as number[] | undefined) ?? []).map((value) =>
        toNumber(tolerableDeficiencyOfSize(kind, fromNumber(value))),
      );
    return { T_length_m: of("length", length_m), T_area_m2: of("area", area_m2) };
  },

  "netContent.lot": (inputs) => {
    const found = netContentLot(editionOf("jjf1070-2023"), {
      nominal: number(inputs, "Qn"),
      lotSize: number(inputs, "lot"),
      contents: inputs["net_g"] as number[],
    });
    return {
      n: found.size,
      T: toNumber(found.tolerance),
      mean: found.mean,
      s: found.s,
      lambda_: found.lambda,
      corrected_mean: found.correctedMean,
      count_T1: found.countT1,
      count_T2: found.countT2,
      allowed_T1: found.allowedT1,
      mean_ok: found.meanOk,
      individual_ok: found.individualsOk,
      pass_: found.accepted,
    };
  },

  "sampling.gbt2828": (inputs) => {
    const scheme = {
      level: inputs["level"] as InspectionLevel,
      aql: String(inputs["AQL"]),
      counting: "nonconforming-items",
    } as const;
    const plan = samplingPlan(attributeTables(), number(inputs, "lot"), scheme, inputs["mode"] as Severity);
    return {
      codeLetter: plan.initialLetter,
      planLetter: plan.letter,
      n: plan.tableSize,
      Ac: plan.acceptance,
      Re: plan.rejection,
      inspectAll: plan.fullInspection,
    };
  },

  "sampling.gbt2828.switching": (inputs) => {
    const [ac, tighter] = [number(inputs, "Ac_normal"), number(inputs, "Ac_one_step_tighter")];
    let state = STARTING;
    const trace = (inputs["lots"] as readonly Inputs[]).map((lot) => {
      const lotMode = modeOf(state);
      state = afterLot(state, lot["accepted"] === true, scoreGain(ac, tighter, number(lot, "d")), IDEAL);
      return { lotMode, score: state.score, nextMode: modeOf(state) };
    });
    return { trace };
  },

  "sampling.operatingCharacteristic": (inputs) => {
    const plan = { n: number(inputs, "n"), acceptance: number(inputs, "Ac") };
    const lotSize = number(inputs, "N");
    const p = (inputs["p"] as unknown[]).map((share) => (typeof share === "number" ? share : Number.NaN));
    return {
      binomial: p.map((quality) => acceptanceProbability(plan, quality, "process")),
      [`hypergeometric_N${lotSize}`]: p.map((quality) => acceptanceProbability(plan, quality, { lotSize })),
    };
  },

  "sampling.audit.declaredQuality": (inputs) => {
    const { risk, detection } = declaredQualityAudit({
      lotSize: number(inputs, "N"),
      declaredCount: number(inputs, "DQL_count"),
      n: number(inputs, "n"),
      limit: number(inputs, "L"),
      alternativeCount: number(inputs, "alternative_count"),
    });
    return { P_contradict_at_DQL: risk, P_contradict_at_4DQL: detection };
  },

  "sampling.verifiableDraw": (inputs) => {
    const drawn = verifiableDraw(
      { seed: String(inputs["seed"]), ids: inputs["ids"] as string[], n: number(inputs, "n") },
      (text) => createHash("sha256").update(text, "utf8").digest("hex"),
    );
    return { selected: drawn.map(({ id }) => id), first_hash: drawn[0]?.hash };
  },

  "label.gs1CheckDigit": ({ bodies }) => ({ check: (bodies as string[]).map((body) => Number(labelCheckDigit(body))) }),

  "label.netContentFontHeight": ({ Qn_g }) => ({
    min_mm: (Qn_g as number[]).map((nominal) => characterHeight(HEIGHTS, nominal)),
  }),

  "label.unitPrice": (inputs) => {
    const [price, netG] = [number(inputs, "price_CNY"), number(inputs, "net_g")];
    const { per100g, perKg } = unitPrice(price, netG);
    return {
      per_100g: (100 * price) / netG,
      per_100g_reported: toNumber(per100g),
      per_kg_reported: toNumber(perKg),
    };
  },

  "packaging.interspaceRatio": (inputs) => {
    const items = (inputs["items"] as readonly Inputs[]).map((item) => ({
      volumeCm3: number(item, "V_cm3"),
      factor: number(item, "k"),
    }));
    const limit = number(inputs, "limit_percent");
    const { percent, pass } = interspaceRatio(number(inputs, "V_package_cm3"), items, String(limit));
    return { interspace_percent: percent, limit_percent: limit, pass_: pass };
  },
};

/** The published traces assume steady production and an authority that agrees to reduced inspection. */
const IDEAL = { steady: true, reducedApproved: true } as const;

function modeOf({ severity, suspended }: typeof STARTING): string {
  return suspended ? "discontinued" : severity;
}

function editionOf(id: string): NetContentEdition {
  const edition = netContentEditions().find((each) => each.id === id);
  if (!edition) throw new Error(`no edition ${id}`);
  return edition;
}

function number(inputs: Inputs, name: string): number {
  const value = inputs[name];
  return typeof value === "number" ? value : Number.NaN;
}
