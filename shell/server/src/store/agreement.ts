import type { DecisionRule } from "@quanheng/flow/decision/rule.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type RawBuilder, type Selectable, sql } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** One requirement version as it was agreed, with the names it had then. */
export type FrozenRequirement = RequirementVersion & {
  readonly documentTitle: Bilingual;
  readonly characteristicName: Bilingual;
};

/** One bought test: who does what by which method, and which requirements its result decides; each row has one. */
export type FrozenLine = {
  readonly offerId: string;
  readonly institutionId: string;
  readonly method: string;
  /** Id of the bench method. */
  readonly definition: string;
  readonly characteristics: readonly string[];
  readonly priceFen: number;
  readonly leadDays: number;
  readonly sampleG: number;
  readonly covers: readonly {
    readonly rowId: string;
    readonly market: string;
    readonly characteristic: string;
    readonly because: Bilingual;
  }[];
};

/** What was bought, for how much, in how many days, and on which state of the library it rests. */
export type FrozenTerms = {
  readonly planId: string;
  readonly lines: readonly FrozenLine[];
  readonly costFen: number;
  readonly days: number;
  readonly labs: readonly {
    readonly institutionId: string;
    readonly shipDays: number;
    readonly days: number;
    readonly sampleG: number;
    readonly subtotalFen: number;
    readonly fixedFen: number;
    readonly discountFen: number;
  }[];
  readonly appliesOn: string;
  readonly knownOn: string;
  /** In a further agreement, what it adds to the commission once it is in force. */
  readonly extension?: {
    readonly markets: readonly string[];
    readonly claims: Readonly<Record<string, string>>;
    readonly dueOn: string;
  };
  /** Requirements of added markets that results in issued reports answer; absent where there are none. */
  readonly shown?: readonly {
    readonly rowId: string;
    readonly characteristic: string;
    readonly institutionId: string;
    readonly method: string;
  }[];
  /** Requirements that no test answers, with the reason. */
  readonly notTested: readonly {
    readonly rowId: string;
    readonly market: string;
    readonly characteristic: string;
    readonly because: Bilingual;
  }[];
};

export type AgreementRecord = Omit<Selectable<Tables["agreement"]>, "decision_rule" | "requirements" | "terms"> & {
  readonly decision_rule: DecisionRule;
  readonly requirements: readonly FrozenRequirement[];
  readonly terms: FrozenTerms;
};

/** The agreement that holds: the newest that every laboratory in it has accepted, or the first. */
export async function currentAgreement(tx: Transaction, commissionId: string): Promise<AgreementRecord | undefined> {
  return agreementBy(tx, sql<string>`(SELECT agreement_in_force(${commissionId}))`);
}

/** A further agreement that laboratories are still asked to accept. */
export async function awaitedAgreement(tx: Transaction, commissionId: string): Promise<AgreementRecord | undefined> {
  return agreementBy(tx, sql<string>`(SELECT agreement_awaited(${commissionId}))`);
}

async function agreementBy(tx: Transaction, id: RawBuilder<string>): Promise<AgreementRecord | undefined> {
  const row = await tx.selectFrom("agreement").selectAll().where("id", "=", id).executeTakeFirst();
  return row as AgreementRecord | undefined;
}

/** How many agreements there are, accepted or not. */
export async function agreementCount(tx: Transaction, commissionId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("agreement")
    .select((by) => by.fn.countAll<string>().as("count"))
    .where("commission_id", "=", commissionId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Ends the work opened for a further agreement that the acting laboratory declined. */
export async function endRefusedWork(tx: Transaction, agreementId: string): Promise<void> {
  await sql`SELECT end_refused_work(${agreementId})`.execute(tx);
}

/** Lets the tests of a further agreement begin wherever the sample has arrived. */
export async function releaseWork(tx: Transaction, agreementId: string): Promise<void> {
  await sql`SELECT release_work(${agreementId})`.execute(tx);
}

/** The frozen requirements of a commission, also for a reader who may not see what was paid. */
export async function frozenRequirementsOf(
  tx: Transaction,
  commissionId: string,
): Promise<(Pick<AgreementRecord, "requirements"> & Pick<FrozenTerms, "appliesOn" | "knownOn">) | undefined> {
  const { rows } = await sql<{
    requirements: readonly FrozenRequirement[];
    applies_on: string;
    known_on: string;
  }>`SELECT * FROM frozen_requirements(${commissionId})`.execute(tx);
  const [row] = rows;
  return row && { requirements: row.requirements, appliesOn: row.applies_on, knownOn: row.known_on };
}

export async function insertAgreement(tx: Transaction, agreement: AgreementRecord): Promise<void> {
  const { decision_rule, requirements, terms } = agreement;
  await tx
    .insertInto("agreement")
    .values({
      ...agreement,
      decision_rule: asJson(decision_rule),
      requirements: asJson(requirements),
      terms: asJson(terms),
    })
    .execute();
}
