import type { StandardsFlag as FlagContract } from "@quanheng/contract/routes/library-editing.ts";
import { isEffective } from "@quanheng/flow/selection/applicable.ts";
import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import type { Kysely } from "kysely";
import type { z } from "zod";
import { dayOf } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import {
  clearFlags,
  type FlagRecord,
  flagPage,
  insertFlags,
  type NewFlag,
  openFlags,
  scopeLinesOn,
} from "../../store/library-flag.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { readReference } from "../../store/reference.ts";
import { requirementsAsKnown } from "../../store/requirement.ts";
import type { Tables } from "../../store/tables.ts";
import { reading } from "../../store/transaction.ts";
import { standings } from "./documents.ts";
import { libraryIndex } from "./kept-index.ts";

/** The house's own hand: flags belong to no reader. */
export type Watchman = {
  readonly owner: Kysely<Tables>;
  readonly now: () => Date;
  readonly newId: <Kind extends IdKind>(kind: Kind) => Id<Kind>;
};

/**
 * Flags every requirement in force and every valid scope line whose document is withdrawn or superseded, and clears the
 * flags whose reason is gone; in one transaction, so that a reader sees one day's finding.
 *
 * @returns how many were found and how many cleared
 */
export async function watchStandards({ owner, now, newId }: Watchman): Promise<{ found: number; cleared: number }> {
  return owner.transaction().execute(async (tx) => {
    const day = dayOf(now());
    const fallenOf = standings(await readReference(tx), day);
    const rows = (await requirementsAsKnown(tx, {}, now())).filter(({ effective }) => isEffective(effective, day));
    const wanted = new Map<string, NewFlag>();
    const flag = (kind: NewFlag["kind"], subject: string, document: string) => {
      const gone = fallenOf(document);
      if (gone) wanted.set(keyOf({ kind, subject, document, ...gone }), { kind, subject, document, ...gone });
    };
    for (const { id, document } of rows) flag("requirement", id, document);
    for (const { id, method } of await scopeLinesOn(tx, day)) flag("scope-line", id, method);
    const open = await openFlags(tx);
    const standing = new Set(open.map(keyOf));
    const over = open.filter((each) => !wanted.has(keyOf(each)));
    await clearFlags(
      tx,
      over.map(({ id }) => id),
      now(),
    );
    const fresh = [...wanted].filter(([key]) => !standing.has(key)).map(([, each]) => each);
    await insertFlags(
      tx,
      fresh.map((each) => ({ ...each, id: newId("evt"), found_at: now() })),
    );
    return { found: fresh.length, cleared: over.length };
  });
}

function keyOf({ kind, subject, document, reason, successor }: NewFlag | FlagRecord): string {
  return JSON.stringify([kind, subject, document, reason, successor]);
}

/** The first reader after a start finds the index of the library made. */
async function warmIndex({ owner }: Watchman): Promise<void> {
  await owner.transaction().execute((tx) => libraryIndex(tx));
}

/** How often it is looked whether a new day has begun. [ms] */
const LOOK_EVERY_MS = 10 * 60_000;

/** Watches from now on: at once, and again on every new day of China; a failing database is tried again at the next look. */
export function startStandardsWatch(watchman: Watchman, complain: (error: unknown) => void): { stop(): Promise<void> } {
  let done = "";
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    const day = dayOf(watchman.now());
    if (day === done) return;
    done = day;
    running = warmIndex(watchman)
      .then(() => watchStandards(watchman))
      .then(
        () => {},
        (error: unknown) => {
          done = "";
          complain(error);
        },
      );
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

type View = z.infer<typeof FlagContract>;

/** Flags that stand, by document. */
export async function pageFlags(
  context: Context,
  ask: PageAsk & { readonly kind?: FlagRecord["kind"] | undefined },
): Promise<PageOf<View>> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    return flagPage(tx, ask, (row): View => {
      const name = reference.nameOf(row.characteristic ?? row.subject);
      const object = row.object_zh === null ? null : { zh: row.object_zh, en: row.object_en ?? row.object_zh };
      return {
        kind: row.kind,
        subject: row.subject,
        institutionId: row.institution_id as View["institutionId"],
        name: object ? { zh: `${object.zh}：${name.zh}`, en: `${object.en}: ${name.en}` } : name,
        document: row.document,
        reason: row.reason,
        successor: row.successor,
        since: row.since,
        foundAt: row.found_at.toISOString(),
      };
    });
  });
}
