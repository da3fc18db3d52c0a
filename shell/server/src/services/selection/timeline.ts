import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Actor } from "../../context.ts";
import type { AgreementRecord } from "../../store/agreement.ts";
import type { Commission } from "../../store/commission.ts";
import type { CommissionWork } from "../../store/commission-work.ts";

type Step = CommissionDetail["timeline"][number];

/**
 * How far a commission is: what is done, what happens now, what comes next. A laboratory reads of its own part only, so
 * that is what it is counted by.
 */
export function timelineOf(
  commission: Commission,
  agreement: AgreementRecord | undefined,
  work: CommissionWork,
  reader: Pick<Actor, "partyId">,
): Step[] {
  const tasks = work.tasks.filter(({ state }) => state !== "cancelled");
  const approved = tasks.filter(({ state }) => state === "approved").length;
  const received = work.samples.filter(({ received_at }) => received_at !== null);
  const accepted = work.reviews.filter(({ outcome }) => outcome === "accepted");
  const issued = work.attestations;
  const labs = commission.institution_ids.some((id) => id === reader.partyId) ? 1 : commission.institution_ids.length;
  const past = (states: readonly Commission["state"][]): boolean => states.includes(commission.state);
  const afterAgreed = past(["agreed", "in-progress", "reported", "closed"]);
  const ended = past(["declined", "cancelled"]);

  const facts: readonly { key: Step["key"]; done: boolean; at: Date | null; note: Bilingual | null }[] = [
    { key: "draft", done: commission.state !== "draft", at: commission.created_at, note: null },
    {
      key: "submitted",
      done: commission.submitted_at !== null,
      at: commission.submitted_at,
      note: agreement
        ? {
            zh: `方案与判定规则已冻结，摘要 ${agreement.sha256.slice(0, 12)}`,
            en: `plan and rule frozen, digest ${agreement.sha256.slice(0, 12)}`,
          }
        : null,
    },
    {
      key: "agreed",
      done: afterAgreed,
      at: afterAgreed ? (accepted.at(-1)?.reviewed_at ?? null) : null,
      note: labs > 0 && !ended ? count(accepted.length, labs, "家实验室已受理", "laboratories have accepted") : null,
    },
    {
      key: "sample-received",
      done: work.samples.length > 0 && received.length === work.samples.length,
      at: latest(received.map(({ received_at }) => received_at)),
      note:
        work.samples.length > 0
          ? count(received.length, work.samples.length, "份样品已接收", "samples received")
          : null,
    },
    {
      key: "in-test",
      done: tasks.length > 0 && tasks.every(({ state }) => state === "entered" || state === "approved"),
      at: null,
      note:
        tasks.length > 0
          ? count(
              tasks.filter(({ state }) => state === "entered" || state === "approved").length,
              tasks.length,
              "项已检测",
              "tests done",
            )
          : null,
    },
    {
      key: "reviewed",
      done: tasks.length > 0 && approved === tasks.length,
      at: null,
      note: tasks.length > 0 ? count(approved, tasks.length, "项已审核", "tests reviewed") : null,
    },
    {
      key: "issued",
      done: past(["reported", "closed"]),
      at: commission.reported_at,
      note: issued.length > 0 ? count(issued.length, labs, "份报告已签发", "reports issued") : null,
    },
    // Nobody waits for a commission to be closed; the step is shown once it is.
    ...(commission.state === "closed" ? [{ key: "closed" as const, done: true, at: null, note: null }] : []),
  ];
  // A reader to whom samples or tests are hidden still sees that what comes before a finished step is finished.
  const reached = facts.findLastIndex(({ done }) => done);
  const now = reached + 1;
  return facts.map(({ key, at, note }, index) => ({
    key,
    state: index <= reached ? "done" : index === now ? (ended ? "failed" : "now") : "next",
    at: index <= reached && at ? at.toISOString() : null,
    note,
  }));
}

function latest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null);
}

function count(some: number, all: number, zh: string, en: string): Bilingual {
  return { zh: `${some}/${all} ${zh}`, en: `${some} of ${all} ${en}` };
}
