import type { Plan, PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import type { Evaluation } from "@quanheng/flow/selection/planner/cost.ts";
import type { PlanLine, Uncoverable } from "@quanheng/flow/selection/planner/plan-lines.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Proposal, Proposals } from "../../adapters/planning/proposals.ts";
import type { OfferRow } from "../../store/offer.ts";
import { heldView } from "./held-view.ts";
import { obstacleView } from "./obstacle-view.ts";
import type { NotTested } from "./plan-instance.ts";
import type { PlanningWorld } from "./planning-world.ts";
import { testOrders } from "./test-orders.ts";

/** One proposed plan as the client reads it. */
export function planView(
  id: Plan["id"],
  { kind, result, lines, passedOver }: Proposal,
  { uncoverable, obstacles, held }: Pick<Proposals, "uncoverable" | "obstacles" | "held">,
  world: PlanningWorld,
): Plan {
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
    limits: [],
    labs: [],
    orders: [],
    ...heldView(held, world),
  };
  if (result.status === "stopped") return { ...nothing, status: "gap" };
  if (world.question.requirements.length === 0)
    return {
      ...nothing,
      status: "infeasible",
      uncoverable: world.notTested.map((each) => ({ ...notTestedView(each, world), remedy: null })),
    };
  if (result.status === "infeasible")
    return {
      ...nothing,
      status: "infeasible",
      uncoverable: uncoverable.map((each) => uncoverableView(each, world)),
      limits: obstacles.map(obstacleView),
    };
  return {
    ...nothing,
    status: result.status,
    gapPercent: result.gapPercent,
    ...billView(lines, result.evaluation, world),
    orders: testOrders(
      lines.map(({ offer }) => offerOf(offer, world)),
      world.failures,
    ),
    refused: passedOver.map(({ offer, insteadOf, because }) => {
      const row = offerOf(offer, world);
      return {
        offerId: row.id as `ofr-${string}`,
        institutionName: world.names(row.institution_id),
        method: row.method,
        priceFen: row.price_fen,
        insteadOf,
        because,
      };
    }),
  };
}

/** What is bought, for how much, and why each line is accepted: the part of a plan that an agreement rests on. */
export function billView(
  lines: readonly PlanLine[],
  evaluation: Evaluation,
  world: PlanningWorld,
): Pick<Plan, "costFen" | "days" | "sampleG" | "discountFen" | "lines" | "labs"> {
  return {
    costFen: evaluation.cost,
    days: evaluation.days,
    sampleG: evaluation.sample,
    discountFen: evaluation.labs.reduce((sum, { discount }) => sum + discount, 0),
    lines: lines.map((line) => lineView(line, world)),
    labs: evaluation.labs.map((lab) => ({
      institutionId: lab.lab as `ins-${string}`,
      name: world.names(lab.lab),
      fixedFen: lab.fixedCost,
      subtotalFen: lab.subtotal,
      discountFen: lab.discount,
      days: lab.days,
    })),
  };
}

function lineView({ offer: offerId, covers }: PlanLine, world: PlanningWorld): Plan["lines"][number] {
  const offer = offerOf(offerId, world);
  const answered = covers.map(({ requirement, because }) => {
    const row = world.rows.get(requirement);
    invariant(row, `${requirement} is a requirement of the commission`);
    return { rowId: requirement, market: row.market, characteristic: row.characteristic, because };
  });
  const characteristics = (offer.characteristics as readonly { id: string }[]).map(({ id }) => ({
    id,
    name: world.reference.nameOf(id),
  }));
  return {
    offerId: offer.id as `ofr-${string}`,
    institutionId: offer.institution_id as `ins-${string}`,
    institutionName: world.names(offer.institution_id),
    method: offer.method,
    characteristics,
    priceFen: offer.price_fen,
    days: offer.lead_days,
    covers: answered,
    coversNothing: answered.length === 0,
  };
}

function offerOf(id: string, world: PlanningWorld): OfferRow {
  const offer = world.offers.get(id);
  invariant(offer, `${id} is an offer of the planning`);
  return offer;
}

function uncoverableView(
  { requirement, because, remedy }: Uncoverable,
  world: PlanningWorld,
): Plan["uncoverable"][number] {
  const row = world.rows.get(requirement);
  invariant(row, `${requirement} is a requirement of the commission`);
  return {
    rowId: requirement,
    market: row.market,
    characteristicName: world.reference.nameOf(row.characteristic),
    because,
    remedy,
  };
}

/** What stands beside every plan: each market alone, and what no test answers. */
export function besideView(
  { alone }: Pick<Proposals, "alone">,
  world: PlanningWorld,
): Omit<PlanAnswer, "commissionVersion" | "plans"> {
  return {
    alone: alone.markets.map(({ market, result }) => ({
      market,
      costFen: "evaluation" in result ? result.evaluation.cost : null,
      days: "evaluation" in result ? result.evaluation.days : null,
      uncoverable: result.status === "infeasible" && result.reason === "uncoverable" ? result.uncoverable.length : 0,
    })),
    aloneSumFen: alone.costSum,
    notTested: world.notTested.map((each) => notTestedView(each, world)),
  };
}

function notTestedView({ row, because }: NotTested, { reference }: PlanningWorld): PlanAnswer["notTested"][number] {
  return { rowId: row.id, market: row.market, characteristicName: reference.nameOf(row.characteristic), because };
}
