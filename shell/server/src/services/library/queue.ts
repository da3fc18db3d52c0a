import type { listQueue as QueueContract } from "@quanheng/contract/routes/library-editing.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { personNames } from "../../store/names.ts";
import { offeredCharacteristics } from "../../store/offer.ts";
import { cursorOf, readCursor } from "../../store/page.ts";
import { readReference } from "../../store/reference.ts";
import { openRequirements } from "../../store/requirement.ts";
import { reading } from "../../store/transaction.ts";
import { requirementView } from "./requirement-view.ts";

type Answer = z.output<(typeof QueueContract)["response"]>;

/** Rows whose newest version awaits a second person, in the order of their ids; those of the reader's own are marked. */
export async function pageQueue(
  context: Context,
  { status, limit, after }: z.output<(typeof QueueContract)["query"]>,
): Promise<Answer> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const offered = await offeredCharacteristics(tx, today(context));
    const rows = await openRequirements(tx, status, readCursor(after, 1)?.[0] ?? "", limit + 1);
    const shown = rows.slice(0, limit);
    const names = await personNames(
      tx,
      shown.map(({ recordedBy }) => recordedBy),
    );
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => ({
        ...requirementView(row, reference, (characteristic) => offered.has(characteristic)),
        recordedBy: row.recordedBy === null ? null : names(row.recordedBy),
        recordedAt: row.recordedAt,
        reason: row.reason,
        own: row.recordedBy !== null && row.recordedBy === context.actor.personId,
      })),
      next: last ? cursorOf(last.id) : null,
    };
  });
}
