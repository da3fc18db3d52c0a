import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { recordContractReview } from "../services/determination/contract-review.ts";
import { enterObservation } from "../services/determination/enter-observation.ts";
import { receiveSample } from "../services/determination/receive-sample.ts";
import { pageSamples } from "../services/determination/samples.ts";
import { getTask, pageTasks } from "../services/determination/tasks.ts";
import { getReview, recordReview } from "../services/review/reviews.ts";
import { agree } from "../services/selection/agree.ts";
import { createCommission, getCommission } from "../services/selection/commissions.ts";
import { makePlans } from "../services/selection/make-plans.ts";
import { findCommission } from "../store/commission.ts";
import { inTransaction } from "../store/transaction.ts";
import { type DemoBench, openDemoBench } from "./demo-bench.ts";
import { readingsFor } from "./demo-readings.ts";

/** The people who do each step, by laboratory. */
export const HANDS = {
  mill: "per-weixiaolan",
  "ins-sugar": {
    analyst: "per-moxiaoyan",
    second: "per-liangjianguo",
    reviewer: "per-luwenjing",
    signatory: "per-nongxiuying",
  },
  "ins-gxquality": { analyst: "per-zhoumin", reviewer: "per-hezhiqiang", signatory: "per-xielihua" },
  "ins-caiq": { analyst: "per-fangyi", reviewer: "per-tangrui", signatory: "per-songping" },
} as const;
export type DemoLaboratory = Exclude<keyof typeof HANDS, "mill">;

/** The demonstration's question: a lot of white sugar for four markets. */
export const DEMO_DRAFT = {
  product: "white-sugar",
  item: {
    name: { zh: "白砂糖", en: "White sugar" },
    lotNumber: "YJ-2026-1101",
    lotQuantity: "500",
    lotUnit: "t",
    producedOn: "2026-11-01",
    gtin: null,
    brand: null,
    remarks: null,
  },
  markets: ["CN", "VN", "ID", "CODEX"],
  claims: {
    "CN.grade": "first",
    "VN.grade": "A",
    "ID.grade": "GKP-1",
    "CODEX.type": "plantation-or-mill-white",
  },
  appliesOn: "2026-11-23",
  neededBy: null,
  sampleAvailableG: 5000,
};

/** A commission that the mill agreed to through the real services; it awaits the contract reviews. */
export async function submittedCommission(
  bench: DemoBench,
  kind: "cheapest" | "fastest" | "balanced" = "cheapest",
): Promise<CommissionDetail> {
  const mill = bench.as(HANDS.mill);
  const draft = await createCommission(mill, DEMO_DRAFT);
  const { plans } = await makePlans(mill, draft.id, draft.version);
  const plan = plans.find((each) => each.kind === kind);
  invariant(plan && plan.costFen !== null, `there is a ${kind} plan`);
  return agree(mill, draft.id, {
    version: draft.version,
    planId: plan.id,
    rule: { kind: "non-binary", guard: "1", coverageProbability: "0.9545" },
  });
}

/** A commission that every laboratory of its plan accepted; samples are expected, tasks wait. */
export async function agreedCommission(
  bench: DemoBench,
  kind: "cheapest" | "fastest" | "balanced" = "cheapest",
): Promise<{ readonly id: string; readonly laboratories: readonly DemoLaboratory[] }> {
  const { id } = await submittedCommission(bench, kind);
  const seen = await inTransaction(bench.as(HANDS.mill), (tx) => findCommission(tx, id));
  const laboratories = (seen?.institution_ids ?? []) as readonly DemoLaboratory[];
  for (const laboratory of laboratories) {
    const reviewer = bench.as(HANDS[laboratory].reviewer);
    const { version } = await getCommission(reviewer, id);
    await recordContractReview(reviewer, id, { version, outcome: "accepted", note: null });
  }
  return { id, laboratories };
}

/** The address under which the bench's labels and links stand. */
export const ROOT = "https://qi.example.org";

/** An agreed commission whose samples arrived intact at every laboratory. */
export async function runningCommission(
  bench: DemoBench,
  kind: "cheapest" | "fastest" | "balanced" = "cheapest",
): Promise<{ readonly id: string; readonly laboratories: readonly DemoLaboratory[] }> {
  const agreed = await agreedCommission(bench, kind);
  for (const laboratory of agreed.laboratories) {
    const analyst = bench.as(HANDS[laboratory].analyst);
    const { items } = await pageSamples(analyst, { limit: 50, commissionId: agreed.id as `com-${string}` }, ROOT);
    for (const sample of items) await receiveSample(analyst, sample.id, INTACT, ROOT);
  }
  return agreed;
}

export const INTACT = {
  condition: "intact",
  remarks: null,
  quantity: "2.5",
  unit: "kg",
  temperatureC: "24.5",
  photoFileId: null,
  supersedes: false,
} as const;

/** What an analyst sends for a task: the demonstration's readings, the first usable instrument of each kind, the room. */
export function entryFor(task: TaskDetail): Parameters<typeof enterObservation>[2] {
  const usable = task.instruments.filter((each) => each.usable);
  return {
    version: task.version,
    readings: readingsFor(task.definition),
    instruments: [...new Set(usable.map(({ type }) => type))].flatMap((type) => {
      const first = usable.find((each) => each.type === type);
      return first ? [{ type, instrumentId: first.id }] : [];
    }),
    environment: { temperatureC: "22.5", humidityPercent: "55" },
    fileId: null,
    reason: null,
  };
}

/** The tasks of a running commission at one laboratory. */
export async function tasksOf(bench: DemoBench, commissionId: string, laboratory: DemoLaboratory) {
  const ask = { limit: 200, commissionId: commissionId as `com-${string}` };
  return (await pageTasks(bench.as(HANDS[laboratory].analyst), ask)).items;
}

/** Enters the demonstration's readings for a task. */
export async function entered(bench: DemoBench, laboratory: DemoLaboratory, taskId: string): Promise<TaskDetail> {
  const analyst = bench.as(HANDS[laboratory].analyst);
  return enterObservation(analyst, taskId, entryFor(await getTask(analyst, taskId, ROOT)), ROOT);
}

/** Approves the newest readings of a task, whatever must be acknowledged acknowledged. */
export async function approved(bench: DemoBench, laboratory: DemoLaboratory, taskId: string): Promise<TaskDetail> {
  const reviewer = bench.as(HANDS[laboratory].reviewer);
  const { task, checklist } = await getReview(reviewer, taskId, ROOT);
  const observationId = task.observations.at(-1)?.id ?? "";
  const acknowledged = checklist.filter(({ severity }) => severity === "attention").map(({ code }) => code);
  const entry = { version: task.version, observationId, outcome: "approved", comment: null, acknowledged } as const;
  return recordReview(reviewer, taskId, entry, ROOT);
}

/** A commission whose every result is measured and approved; it awaits the signatories. */
export async function reviewedCommission(
  bench: DemoBench,
  kind: "cheapest" | "fastest" | "balanced" = "cheapest",
): Promise<{ readonly id: string; readonly laboratories: readonly DemoLaboratory[] }> {
  const running = await runningCommission(bench, kind);
  for (const laboratory of running.laboratories) {
    for (const { id } of await tasksOf(bench, running.id, laboratory)) {
      await entered(bench, laboratory, id);
      await approved(bench, laboratory, id);
    }
  }
  return running;
}

/** A bench on which a plan of the kind was agreed to and awaits its contract reviews. */
export async function openSubmittedBench(
  owner?: Parameters<typeof openDemoBench>[0],
  kind: "cheapest" | "fastest" = "cheapest",
) {
  const prepare = (bench: DemoBench) => submittedCommission(bench, kind);
  return withCommission(await openDemoBench(owner, { name: `submitted_${kind}`, prepare }));
}

/** A bench on which the cheapest plan is running: one laboratory, its sample received, its tasks ready. */
export async function openRunningBench(owner?: Parameters<typeof openDemoBench>[0]) {
  return withCommission(await openDemoBench(owner, { name: "running", prepare: (bench) => runningCommission(bench) }));
}

/** A bench on which every result of the cheapest plan is approved. */
export async function openReviewedBench(owner?: Parameters<typeof openDemoBench>[0]) {
  return withCommission(
    await openDemoBench(owner, { name: "reviewed", prepare: (bench) => reviewedCommission(bench) }),
  );
}

async function withCommission(
  bench: DemoBench,
): Promise<DemoBench & { readonly commissionId: `com-${string}`; readonly version: number }> {
  const { owner } = bench.database;
  const { id, version } = await owner.selectFrom("commission").select(["id", "version"]).executeTakeFirstOrThrow();
  return { ...bench, commissionId: id as `com-${string}`, version };
}
