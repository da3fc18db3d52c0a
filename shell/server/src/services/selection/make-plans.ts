import type { Plan, PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import { coverage, judgeOf } from "@quanheng/flow/selection/planner/coverage.ts";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import { marketByMarket } from "@quanheng/flow/selection/planner/market-by-market.ts";
import { objectiveOf, type PlanKind } from "@quanheng/flow/selection/planner/objective.ts";
import { passedOver, planLines, whyUncoverable } from "@quanheng/flow/selection/planner/plan-lines.ts";
import { type PlanResult, solve } from "@quanheng/flow/selection/planner/solve.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { daysBetween } from "@quanheng/kernel/calendar.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { type Commission, findCommission } from "../../store/commission.ts";
import { institutionNames, type Names } from "../../store/names.ts";
import { labTermsOf, type OfferRow, offersOn } from "../../store/offer.ts";
import { insertPlans, plansOf } from "../../store/plan.ts";
import type { Reference } from "../../store/reference.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { today } from "../library/library.ts";

import { type NotTested, preparePlanning } from "./plan-instance.ts";
import { applicableNow } from "./requirement-answer.ts";
import { refuseStale } from "./stale.ts";

const KINDS: readonly PlanKind[] = ["cheapest", "fastest", "balanced"];
/** A search that has not proven its plan by then says how far from proven it is. */
const SEARCH_MS = 2000;

/**
 * Computes the plans of a draft, keeps them, and answers them.
 *
 * @throws Refusal `not-found`, `stale`, `not-a-draft`, `claims-open`, `no-requirements` and those of the requirements
 */
export async function makePlans(context: Context, id: string, version: number): Promise<PlanAnswer> {
  const { commission, ...world } = await reading(context, async (tx) => {
    const commission = (await findCommission(tx, id)) ?? refuse("not-found");
    if (commission.version !== version) await refuseStale(tx, commission);
    if (commission.state !== "draft") refuse("not-a-draft", { state: commission.state });
    const found = await applicableNow(tx, context, {
      product: commission.product,
      markets: commission.markets,
      on: commission.applies_on,
      claims: commission.claims,
    });
    if (found.open.length > 0)
      refuse("claims-open", {
        claims: found.open.map(({ market, key, values }) => `${market}.${key} (${values.join(", ")})`),
      });
    if (found.rows.length === 0) refuse("no-requirements");
    const offers = await offersOn(tx, today(context));
    const terms = await labTermsOf(tx, [...new Set(offers.map(({ institution_id }) => institution_id))]);
    return {
      commission,
      ...found,
      offers,
      terms,
      names: await institutionNames(
        tx,
        terms.map(({ institution_id }) => institution_id),
      ),
    };
  });

  const day = today(context);
  const prepared = preparePlanning({
    ...world,
    day,
    sampleG: commission.sample_available,
    deadlineDays: commission.needed_by === null ? null : daysBetween(day, commission.needed_by),
  });
  const told = {
    ...world,
    rows: new Map(world.rows.map((row) => [row.id, row])),
    offers: new Map(world.offers.map((offer) => [offer.id, offer])),
  };
  const plans = KINDS.map((kind) => {
    const instance = prepared.instanceFor(objectiveOf(kind));
    return {
      kind,
      instance,
      plan: planView(context.newId("pln"), kind, instance, solve(instance, { onTick: stopAfter(SEARCH_MS) }), told),
    };
  });
  const alone = marketByMarket(prepared.instanceFor(objectiveOf("cheapest")), { onTick: stopAfter(SEARCH_MS) });
  const beside = {
    alone: alone.markets.map(({ market, result }) => ({
      market,
      costFen: "evaluation" in result ? result.evaluation.cost : null,
      days: "evaluation" in result ? result.evaluation.days : null,
      uncoverable: result.status === "infeasible" && result.reason === "uncoverable" ? result.uncoverable.length : 0,
    })),
    aloneSumFen: alone.costSum,
    notTested: prepared.notTested.map((each) => notTestedView(each, world.reference)),
  };

  await inTransaction(context, async (tx) => {
    const at = context.now();
    await insertPlans(
      tx,
      plans.map(({ kind, instance, plan }) => ({
        id: plan.id,
        commission_id: id,
        enterprise_id: commission.enterprise_id,
        commission_version: version,
        kind,
        status: plan.status,
        instance: wire(instance),
        body: { plan, beside },
        cost_fen: plan.costFen,
        days: plan.days,
        created_at: at,
      })),
    );
    await recordAction(tx, context, {
      action: "commission.plan",
      subject: id,
      commissionId: id,
      facts: { version, plans: plans.map(({ plan }) => plan.id) },
    });
  });
  return { commissionVersion: version, plans: plans.map(({ plan }) => plan), ...beside };
}

/** The plans last computed for the present version, or null. @throws Refusal `not-found` */
export async function getPlans(context: Context, id: string): Promise<{ answer: PlanAnswer | null }> {
  return reading(context, async (tx) => {
    const commission: Commission = (await findCommission(tx, id)) ?? refuse("not-found");
    const records = await plansOf(tx, id, commission.version);
    const [first] = records;
    if (!first) return { answer: null };
    const plans = KINDS.flatMap((kind) =>
      records.filter((record) => record.kind === kind).map(({ body }) => body.plan),
    );
    return {
      answer: {
        commissionVersion: commission.version,
        plans,
        ...(first.body.beside as Omit<PlanAnswer, "commissionVersion" | "plans">),
      },
    };
  });
}

type Told = {
  readonly reference: Reference;
  readonly names: Names;
  readonly rows: ReadonlyMap<string, RequirementVersion>;
  readonly offers: ReadonlyMap<string, OfferRow>;
};

function planView(id: Plan["id"], kind: PlanKind, instance: PlanInstance, result: PlanResult, told: Told): Plan {
  const judge = judgeOf(instance);
  const nothing = {
    id,
    kind,
    gapPercent: null,
    costFen: null,
    days: null,
    sampleG: null,
    discountFen: null,
    lines: [],
    refused: [],
    uncoverable: [],
    labs: [],
  };
  if (result.status === "stopped") return { ...nothing, status: "gap" };
  if (result.status === "infeasible") {
    const rows = result.reason === "uncoverable" ? coverage(instance).uncoverable : [];
    return {
      ...nothing,
      status: "infeasible",
      uncoverable: whyUncoverable(instance, rows, judge).map(({ requirement, because }) =>
        uncoverableView(requirement, because, told),
      ),
    };
  }
  const { evaluation } = result;
  return {
    id,
    kind,
    status: result.status,
    gapPercent: result.gapPercent,
    costFen: evaluation.cost,
    days: evaluation.days,
    sampleG: evaluation.sample,
    discountFen: evaluation.labs.reduce((sum, { discount }) => sum + discount, 0),
    lines: planLines(instance, result.selection, judge).map(({ offer, covers }) => lineView(offer, covers, told)),
    refused: passedOver(instance, result.selection, judge).map(({ offer, insteadOf, because }) => {
      const row = offerOf(offer, told);
      return {
        offerId: row.id as `ofr-${string}`,
        institutionName: told.names(row.institution_id),
        method: row.method,
        priceFen: row.price_fen,
        insteadOf,
        because,
      };
    }),
    uncoverable: [],
    labs: evaluation.labs.map((lab) => ({
      institutionId: lab.lab as `ins-${string}`,
      name: told.names(lab.lab),
      fixedFen: lab.fixedCost,
      subtotalFen: lab.subtotal,
      discountFen: lab.discount,
      days: lab.days,
    })),
  };
}

function lineView(
  offerId: string,
  covers: readonly { readonly requirement: string; readonly because: Bilingual }[],
  told: Told,
): Plan["lines"][number] {
  const offer = offerOf(offerId, told);
  const answered = covers.map(({ requirement, because }) => {
    const row = told.rows.get(requirement);
    return { rowId: requirement, market: row?.market ?? "", characteristic: row?.characteristic ?? "", because };
  });
  const characteristics = (offer.characteristics as readonly { id: string }[]).map(({ id }) => ({
    id,
    name: told.reference.nameOf(id),
  }));
  return {
    offerId: offer.id as `ofr-${string}`,
    institutionId: offer.institution_id as `ins-${string}`,
    institutionName: told.names(offer.institution_id),
    method: offer.method,
    characteristics,
    priceFen: offer.price_fen,
    days: offer.lead_days,
    covers: answered,
    coversNothing: answered.length === 0,
  };
}

function offerOf(id: string, told: Told): OfferRow {
  return told.offers.get(id) ?? refuse("not-found");
}

function uncoverableView(rowId: string, because: Bilingual, told: Told): Plan["uncoverable"][number] {
  const row = told.rows.get(rowId);
  return {
    rowId,
    market: row?.market ?? "",
    characteristicName: told.reference.nameOf(row?.characteristic ?? rowId),
    because,
  };
}

function notTestedView({ row, because }: NotTested, reference: Reference): PlanAnswer["notTested"][number] {
  return { rowId: row.id, market: row.market, characteristicName: reference.nameOf(row.characteristic), because };
}

/** A tick that asks to stop once the time is over. Only the shell has a clock. */
function stopAfter(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

/** Decimals hold big integers, which JSON does not; the instance is kept as the planner's file format states figures. */
function wire(instance: PlanInstance): unknown {
  return JSON.parse(
    JSON.stringify(instance, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)),
  );
}
