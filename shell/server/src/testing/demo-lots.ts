import { readFileSync } from "node:fs";
import { filled } from "@quanheng/centres/product-quality/sugar-and-food/testing/filled.ts";
import { definitionById } from "@quanheng/centres/registry.ts";
import type { RawReadings } from "@quanheng/contract/schemas/laboratory.ts";
import type { CommissionDraft } from "@quanheng/contract/schemas/selection.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { recordContractReview } from "../services/determination/contract-review.ts";
import { enterObservation } from "../services/determination/enter-observation.ts";
import { receiveSample } from "../services/determination/receive-sample.ts";
import { pageSamples } from "../services/determination/samples.ts";
import { getTask, pageTasks } from "../services/determination/tasks.ts";
import { agree } from "../services/selection/agree.ts";
import { createCommission, getCommission } from "../services/selection/commissions.ts";
import { makePlans } from "../services/selection/make-plans.ts";
import { approve } from "./demo-approved.ts";
import type { DemoBench } from "./demo-bench.ts";
import { INTACT, ROOT } from "./demo-journey.ts";

type Lot = {
  readonly laboratory: string;
  readonly client: string;
  readonly draft: Omit<CommissionDraft, "appliesOn">;
  readonly environment: { readonly temperatureC: string; readonly humidityPercent: string };
  readonly readings: Readonly<Record<string, RawReadings>>;
};
type Hands = Readonly<Record<"analyst" | "reviewer" | "signatory", string>>;

const DATA = new URL("../../../../data/demo-cluster/", import.meta.url);

/**
 * The demonstration's commission of one centre, e.g. `urban-energy`, measured and reviewed through the real services; it
 * awaits its signatory.
 */
export async function approvedLot(
  bench: Pick<DemoBench, "as">,
  centre: string,
): Promise<{ readonly id: string; readonly hands: Hands; readonly client: string; readonly laboratory: string }> {
  const lot = JSON.parse(readFileSync(new URL(`commissions/${centre}.json`, DATA), "utf8")) as Lot;
  const hands = handsOf(lot.laboratory);
  const client = bench.as(lot.client);
  const draft = await createCommission(client, { ...lot.draft, appliesOn: "2026-11-23" });
  const { plans } = await makePlans(client, draft.id, draft.version);
  const plan = plans.find(({ costFen }) => costFen !== null);
  invariant(plan, "there is a plan");
  const rule = { kind: "non-binary", guard: "1", coverageProbability: "0.9545" } as const;
  const { id } = await agree(client, draft.id, { version: draft.version, planId: plan.id, rule });
  const reviewer = bench.as(hands.reviewer, "reviewer");
  await recordContractReview(reviewer, id, {
    version: (await getCommission(reviewer, id)).version,
    outcome: "accepted",
    note: null,
  });
  const analyst = bench.as(hands.analyst, "analyst");
  const { items } = await pageSamples(analyst, { limit: 50, commissionId: id }, ROOT);
  for (const sample of items) await receiveSample(analyst, sample.id, INTACT, ROOT);
  for (const task of (await pageTasks(analyst, { limit: 100, commissionId: id })).items) {
    await measure(bench, hands, task.id, lot);
    await approve(bench, hands.reviewer, task.id);
  }
  return { id, hands, client: lot.client, laboratory: lot.laboratory };
}

function handsOf(laboratory: string): Hands {
  const { people } = JSON.parse(readFileSync(new URL("people.json", DATA), "utf8")) as {
    people: { id: string; memberships: { role: string; party: string }[] }[];
  };
  const who = (role: string) => {
    const found = people.find(({ memberships }) => memberships.some((m) => m.role === role && m.party === laboratory));
    invariant(found, `${laboratory} has a person who is ${role}`);
    return found.id;
  };
  return { analyst: who("analyst"), reviewer: who("reviewer"), signatory: who("signatory") };
}

async function measure(
  bench: Pick<DemoBench, "as">,
  hands: Hands,
  id: string,
  { readings, environment }: Lot,
): Promise<void> {
  const context = bench.as(hands.analyst, "analyst");
  const task = await getTask(context, id, ROOT);
  const usable = task.instruments.filter((each) => each.usable);
  const definition = definitionById(task.definition);
  const read = readings[task.definition] ?? {};
  await enterObservation(
    context,
    id,
    {
      version: task.version,
      readings: definition ? filled(definition, read) : read,
      instruments: [...new Set(usable.map(({ type }) => type))].flatMap((type) => {
        const first = usable.find((each) => each.type === type);
        return first ? [{ type, instrumentId: first.id }] : [];
      }),
      environment,
      fileId: null,
      reason: null,
    },
    ROOT,
  );
}
