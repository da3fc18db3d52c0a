import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import type { Kysely } from "kysely";
import { type Rounds, startRounds } from "../../rounds.ts";
import {
  insertNotifications,
  markDelivered,
  type NewNotification,
  regulatorIds,
  takeWaiting,
  type Waiting,
} from "../../store/notification.ts";
import { asJson } from "../../store/tables/column.ts";
import type { Tables } from "../../store/tables.ts";
import { recordSteps } from "../traceability/record-steps.ts";
import { audienceOf, type Listener } from "./audience.ts";

/** The house's own hand: announcements belong to no reader, so the owner delivers them. */
export type Courier = {
  readonly owner: Kysely<Tables>;
  readonly now: () => Date;
  readonly newId: <Kind extends IdKind>(kind: Kind) => Id<Kind>;
  /** Told of what did not keep a notice back. */
  readonly complain?: (error: unknown) => void;
};

const BATCH = 200;

/**
 * Turns waiting announcements into notices for those concerned, and into events of the lots they are about; all in one
 * transaction, so each is told once.
 *
 * @returns how many announcements were delivered
 */
export async function deliverAnnouncements({ owner, now, newId, complain }: Courier): Promise<number> {
  return owner.transaction().execute(async (tx) => {
    const waiting = await takeWaiting(tx, BATCH);
    if (waiting.length === 0) return 0;
    const regulators = await regulatorIds(tx);
    const notices = waiting.flatMap((announcement) =>
      audienceOf(announcement.topic).flatMap(({ to, role }) =>
        partiesOf(to, announcement, regulators)
          .filter((party) => role !== null || party !== announcement.actor_party)
          .map(
            (party): NewNotification => ({
              id: newId("ntf"),
              party_id: party,
              role,
              topic: announcement.topic,
              // A regulator may read the statement, not the commission behind it.
              commission_id: to === "regulators" ? null : announcement.commission_id,
              facts: factsOf(announcement),
              created_at: now(),
            }),
          ),
      ),
    );
    await insertNotifications(tx, notices);
    for (const failure of await recordSteps(tx, waiting, { now, newId })) complain?.(failure);
    await markDelivered(
      tx,
      waiting.map(({ id }) => id),
      now(),
    );
    return waiting.length;
  });
}

function partiesOf(to: Listener["to"], announcement: Waiting, regulators: readonly string[]): readonly string[] {
  switch (to) {
    case "client":
      return announcement.enterprise_id === null ? [] : [announcement.enterprise_id];
    case "laboratories":
      return announcement.institution_ids ?? [];
    case "laboratory":
      return announcement.institution_id === null ? [] : [announcement.institution_id];
    case "regulators":
      return regulators;
    case "named":
      return typeof announcement.facts["party"] === "string" ? [announcement.facts["party"]] : [];
  }
}

function factsOf({ facts, commission_number, item_name }: Waiting): string {
  return asJson({ ...facts, commission: commission_number, item: item_name });
}

/**
 * Delivers from now on, shortly after each commit, until it is stopped. A failing database is tried again; what waits
 * is kept.
 */
export function startCourier(courier: Courier, everyMs: number, complain: (error: unknown) => void): Rounds {
  return startRounds(() => deliverAll({ ...courier, complain }), everyMs, complain);
}

async function deliverAll(courier: Courier): Promise<void> {
  while ((await deliverAnnouncements(courier)) === BATCH);
}
