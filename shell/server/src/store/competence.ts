import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type Competence = Selectable<Tables["competence"]>;
export type Activity = Competence["activity"];

/** Authorisations of a laboratory for an activity that hold on a day, for one person or for all. */
export async function competencesOn(
  tx: Transaction,
  ask: {
    readonly institutionId: string;
    readonly activity: Activity;
    readonly day: string;
    readonly personId?: string | null;
  },
): Promise<readonly Competence[]> {
  let query = tx
    .selectFrom("competence")
    .selectAll()
    .where("institution_id", "=", ask.institutionId)
    .where("activity", "=", ask.activity)
    .where("valid_from", "<=", ask.day)
    .where("valid_to", ">=", ask.day)
    .orderBy("id");
  if (ask.personId !== undefined) query = query.where("person_id", "=", ask.personId ?? "");
  return query.execute();
}

/** The newest authorisation that a person ever had for a method, to say when it ended or begins. */
export async function newestCompetence(
  tx: Transaction,
  ask: {
    readonly institutionId: string;
    readonly activity: Activity;
    readonly personId: string;
    readonly definition: string;
  },
): Promise<Competence | undefined> {
  return tx
    .selectFrom("competence")
    .selectAll()
    .where("institution_id", "=", ask.institutionId)
    .where("activity", "=", ask.activity)
    .where("person_id", "=", ask.personId)
    .where("definition", "in", [ask.definition, EVERY_METHOD])
    .orderBy("valid_to", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Stands in an authorisation for every method of the laboratory. */
export const EVERY_METHOD = "*";

/** Whether one of the authorisations is for the method. */
export function covers(competences: readonly Competence[], definition: string): boolean {
  return competences.some((each) => each.definition === definition || each.definition === EVERY_METHOD);
}
