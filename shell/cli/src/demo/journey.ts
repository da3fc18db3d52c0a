import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { signAndIssue } from "@quanheng/contract/routes/attestation.ts";
import { getSigning } from "@quanheng/contract/routes/decision.ts";
import {
  enterObservation,
  findSample,
  getContractReview,
  getItemFacts,
  getTask,
  listSamples,
  listTasks,
  previewTask,
  readInstrumentFile,
  receiveSample,
  recordContractReview,
  stateItemFacts,
  uploadFile,
} from "@quanheng/contract/routes/determination.ts";
import { getReview, recordReview } from "@quanheng/contract/routes/review.ts";
import {
  agree,
  createCommission,
  getCommission,
  getDecisionRules,
  getRequirements,
  makePlans,
} from "@quanheng/contract/routes/selection.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { CommissionDetail, CommissionDraft, Plan } from "@quanheng/contract/schemas/selection.ts";
import { invariant, Refusal } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { instrumentCsv, type LotReadings } from "./lot.ts";
import type { Client, Party, People } from "./people.ts";
import type { Progress } from "./progress.ts";
import type { Visitor } from "./visitor.ts";

type Com = `com-${string}`;
const yuan = (fen: number) => `¥ ${(fen / 100).toFixed(2)}`;

/** The enterprise's part: what is asked, what applies, which plan, under which rule. */
export async function commission(
  progress: Progress,
  { visitor: client, name }: Client,
  question: CommissionDraft,
  rule: string | undefined,
): Promise<{ readonly id: Com; readonly laboratories: readonly Party[] }> {
  const { item, markets } = question;
  const size = `${item.lotQuantity} ${item.lotUnit}`;
  const draft = await progress.step(
    {
      zh: `${name.zh}提出：${item.name.zh} ${size}，${markets.join("、")}`,
      en: `${name.en} asks: ${item.name.en}, ${size}, for ${markets.join(", ")}`,
    },
    async (tell) => {
      const made = await client.call(createCommission, { body: question });
      tell(`${made.number} · ${made.item.lotNumber}`);
      return made;
    },
  );
  await progress.step({ zh: "列出适用要求与最严限值", en: "What applies, and the strictest limits" }, async (tell) => {
    const { requirements, strictest } = await client.call(getRequirements, { params: { id: draft.id } });
    tell(
      `${requirements.length} 项要求 requirements, ${new Set(requirements.map(({ document }) => document)).size} 个标准 documents`,
    );
    for (const limit of strictest.slice(0, 6))
      tell(
        `${limit.characteristicName.zh} ${limit.characteristicName.en}: ${limit.min === null ? "" : `≥ ${limit.min} `}${limit.max === null ? "" : `≤ ${limit.max} `}${limit.unit ?? ""} (${limit.setByMarkets.join(", ")})`,
      );
  });
  const plan = await progress.step({ zh: "求最优检测方案", en: "The best test plans, proven" }, async (tell) => {
    const { plans, aloneSumFen } = await client.call(makePlans, {
      params: { id: draft.id },
      body: { version: draft.version },
    });
    for (const each of plans)
      if (each.costFen !== null)
        tell(
          `${each.kind}: ${yuan(each.costFen)}, ${each.days} 天 days, ${each.labs.map(({ name }) => name.en).join(" + ")} (${each.status})`,
        );
    if (aloneSumFen !== null) tell(`各市场分别检测共 each market alone: ${yuan(aloneSumFen)}`);
    const cheapest = plans.find(({ kind }) => kind === "cheapest");
    invariant(cheapest, "there is a cheapest plan");
    return cheapest;
  });
  await progress.step(
    { zh: "同意方案与判定规则，予以冻结", en: "Plan and decision rule are agreed and frozen" },
    async (tell) => {
      const { choices } = await client.call(getDecisionRules, { params: { id: draft.id } });
      const choice =
        choices.find((each) => (rule === undefined ? each.recommended : each.rule.kind === rule)) ?? choices[0];
      invariant(choice, "a rule is offered");
      tell(choice.sentence.zh);
      tell(choice.sentence.en);
      const agreed = await client.call(agree, {
        params: { id: draft.id },
        body: { version: draft.version, planId: plan.id, rule: choice.rule },
      });
      tell(`SHA-256 ${agreed.agreement?.sha256}`);
    },
  );
  return { id: draft.id, laboratories: laboratoriesOf(plan) };
}

function laboratoriesOf({ labs }: z.infer<typeof Plan>): readonly Party[] {
  return labs.map(({ institutionId, name }) => ({ id: institutionId, name }));
}

/** A laboratory's part up to reviewed results. */
export async function determine(
  progress: Progress,
  people: People,
  laboratory: Party,
  id: Com,
  lot: LotReadings,
): Promise<void> {
  const { zh, en } = laboratory.name;
  await progress.step({ zh: `${zh}：接收样品`, en: `${en}: the sample arrives` }, async (tell) => {
    const analyst = await people.as("analyst", laboratory);
    const { items } = await analyst.call(listSamples, { query: { commissionId: id } });
    for (const sample of items) {
      const found = await analyst.call(findSample, { query: { code: sample.digitalLink } });
      const received = await analyst.call(receiveSample, {
        params: { id: found.id },
        body: {
          condition: "intact",
          remarks: null,
          quantity: found.quantity,
          unit: found.unit,
          temperatureC: "24.5",
          photoFileId: null,
        },
      });
      tell(`${received.number} · ${found.digitalLink}`);
    }
  });
  if (lot.facts) await stateFacts(progress, people, laboratory, id, lot.facts);
  await progress.step(
    { zh: `${zh}：录入原始读数，计算结果与不确定度`, en: `${en}: raw readings become results with uncertainty` },
    async (tell) => {
      const analyst = await people.as("analyst", laboratory);
      const { items } = await analyst.call(listTasks, { query: { commissionId: id, limit: 100 } });
      for (const [at, { id: taskId }] of items.entries())
        tell(resultLine(await measuredBySomeone(people, laboratory, taskId, lot, at < 2, tell)));
    },
  );
  await progress.step(
    { zh: `${zh}：技术审核（四眼原则）`, en: `${en}: technical review by other eyes` },
    async (tell) => {
      const reviewer = await people.as("reviewer", laboratory);
      const { items } = await reviewer.call(listTasks, { query: { commissionId: id, limit: 100 } });
      for (const { id: taskId } of items) await approve(reviewer, taskId);
      tell(`${items.length} 项通过 approved`);
    },
  );
}

/** What conditions of requirements turn on is stated at the item. */
async function stateFacts(
  progress: Progress,
  people: People,
  laboratory: Party,
  id: Com,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const { zh, en } = laboratory.name;
  await progress.step({ zh: `${zh}：说明样品情况`, en: `${en}: facts of the item are stated` }, async (tell) => {
    const analyst = await people.as("analyst", laboratory);
    const asked = await analyst.call(getItemFacts, { params: { id } });
    const answers = asked.facts.flatMap(({ question }) => {
      const value = facts[question];
      return value === undefined ? [] : [{ question, value }];
    });
    if (answers.length === 0) return;
    await analyst.call(stateItemFacts, { params: { id }, body: { version: asked.version, answers } });
    for (const { question, value } of answers) tell(`${question}: ${value}`);
  });
}

/** Every laboratory of the plan accepts before a sample is sent. */
export async function acceptContract(people: People, laboratory: Party, id: Com): Promise<string> {
  const reviewer = await people.as("reviewer", laboratory);
  const review = await reviewer.call(getContractReview, { params: { id } });
  const { version } = await reviewer.call(getCommission, { params: { id } });
  await reviewer.call(recordContractReview, { params: { id }, body: { version, outcome: "accepted", note: null } });
  return `${laboratory.name.zh} ${laboratory.name.en}: ${review.findings.length} ✔`;
}

/** Whoever lacks the authorisation is refused with the reason; a colleague who has it measures instead. */
async function measuredBySomeone(
  people: People,
  laboratory: Party,
  taskId: `tsk-${string}`,
  lot: LotReadings,
  fromFile: boolean,
  tell: (line: string) => void,
): Promise<z.infer<typeof TaskDetail>> {
  for (let number = 0; ; number++) {
    try {
      return await measure(await people.as("analyst", laboratory, number), taskId, lot, fromFile);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "no-competence" || number === 2) throw error;
      const { zh, en } = problemSentence(error.code, error.facts);
      tell(`✋ ${zh} ${en}`);
    }
  }
}

/** Types the readings, or reads them from the instrument's file, which is kept with its hash. */
async function measure(
  analyst: Visitor,
  taskId: `tsk-${string}`,
  lot: LotReadings,
  fromFile: boolean,
): Promise<z.infer<typeof TaskDetail>> {
  const task = await analyst.call(getTask, { params: { id: taskId } });
  const readings = lot.readings[task.definition];
  invariant(readings, `the lot has readings for ${task.definition}`);
  const file = fromFile ? await instrumentFile(analyst, taskId, task.definition, instrumentCsv(readings)) : null;
  const given = file?.readings ?? readings;
  await analyst.call(previewTask, { params: { id: taskId }, body: { readings: given } });
  return analyst.call(enterObservation, {
    params: { id: taskId },
    body: {
      version: task.version,
      readings: given,
      instruments: instrumentsOf(task),
      environment: lot.environment,
      fileId: file?.id ?? null,
      reason: null,
    },
  });
}

async function instrumentFile(analyst: Visitor, taskId: `tsk-${string}`, name: string, csv: string) {
  const kept = await analyst.upload(
    uploadFile,
    { name: `${name}.csv`, type: "text/csv", bytes: Buffer.from(csv, "utf8") },
    { purpose: "instrument-file" },
  );
  const { readings, problems } = await analyst.call(readInstrumentFile, {
    params: { id: taskId },
    body: { fileId: kept.id },
  });
  invariant(problems.length === 0, `the file of ${name} is read: ${JSON.stringify(problems)}`);
  return { id: kept.id, readings };
}

/** Of each kind of instrument that the method uses, one that may be used today. */
function instrumentsOf(task: z.infer<typeof TaskDetail>) {
  const types = [...new Set(task.instruments.map(({ type }) => type))];
  return types.flatMap((type) => {
    const found = task.instruments.find((each) => each.type === type && each.usable);
    return found ? [{ type, instrumentId: found.id }] : [];
  });
}

function resultLine(task: z.infer<typeof TaskDetail>): string {
  const evaluation = task.observations.at(-1)?.evaluation;
  const verdicts = (task.observations.at(-1)?.verdicts ?? []).map(({ market, verdict }) => `${market} ${verdict}`);
  const { zh, en } = task.characteristicName;
  return `${zh} ${en}: ${evaluation?.reported} ± ${evaluation?.reportedExpanded} ${evaluation?.unit}  [${[...new Set(verdicts)].join(", ")}]`;
}

async function approve(reviewer: Visitor, taskId: `tsk-${string}`): Promise<void> {
  const { task, checklist } = await reviewer.call(getReview, { params: { id: taskId } });
  const newest = task.observations.at(-1);
  invariant(newest, "there are readings to review");
  await reviewer.call(recordReview, {
    params: { id: taskId },
    body: {
      version: task.version,
      observationId: newest.id as `obs-${string}`,
      outcome: "approved",
      comment: null,
      acknowledged: checklist.filter(({ severity }) => severity === "attention").map(({ code }) => code),
    },
  });
}

/** The signatory decides, proves again who signs, and issues. */
export async function issue(
  progress: Progress,
  people: People,
  laboratory: Party,
  id: Com,
): Promise<z.infer<typeof AttestationDetail>> {
  const { zh, en } = laboratory.name;
  return progress.step(
    { zh: `${zh}：授权签字人判定并签发`, en: `${en}: the signatory decides and issues` },
    async (tell) => {
      const signatory = await people.as("signatory", laboratory);
      const view = await signatory.call(getSigning, { params: { id } });
      for (const { market, verdict, indicative, counts } of view.markets)
        tell(`${market}: ${verdict}${indicative ? "（仅供参考 indicative）" : ""} ${JSON.stringify(counts)}`);
      const issued = await signatory.call(signAndIssue, {
        params: { id },
        body: {
          reauthentication: await signatory.proveAgain(),
          shownSha256: view.shownSha256,
          meaning: "authorise-issue",
          statement: null,
        },
      });
      tell(`${issued.number} · GDTI ${issued.gdti} · 日志 log ${issued.logIndex}`);
      return issued;
    },
  );
}

/** How the client saw it. */
export async function followed(client: Visitor, id: Com): Promise<z.infer<typeof CommissionDetail>> {
  return client.call(getCommission, { params: { id } });
}
