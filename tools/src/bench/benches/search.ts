import { libraryIndex } from "@quanheng/server/services/library/kept-index.ts";
import { pageRequirements } from "@quanheng/server/services/library/search.ts";
import { reading } from "@quanheng/server/store/transaction.ts";
import { sql } from "kysely";
import { type Bench, quantile, timed } from "../figure.ts";
import { openPlatform } from "../platform.ts";

const ROWS = 100_000;
const ROUNDS = 60;

/** Searches over 10⁵ requirement rows with their facets, as a page of 50 reads them, in six languages and by filters. */
export const bench: Bench = async (tell) => {
  const platform = await openPlatform();
  try {
    const { owner } = platform.database;
    // The delivered rows again and again, each copy with an id, a clause and a note of its own.
    const seconds =
      (await timed(async () => {
        const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM requirement`.execute(owner);
        const delivered = rows[0]!.count;
        const copies = Math.ceil((ROWS - delivered) / delivered);
        await sql`
          INSERT INTO requirement (id, row_id, product, market, document, clause, characteristic, variant, limits, unit, methods, force,
            effective_from, effective_to, confidence, basis, status, source, note, extra, recorded_at, recorded_by, verified_by, verified_on, reason)
          SELECT r.id || 'c' || n, r.row_id || '.copy' || n, r.product, r.market, r.document, r.clause || '.' || n, r.characteristic, r.variant, r.limits,
            r.unit, r.methods, r.force, r.effective_from, r.effective_to, r.confidence, r.basis, r.status, r.source, 'copy ' || n || ' đường số ' || n,
            r.extra, r.recorded_at, NULL, r.verified_by, r.verified_on, 'bench'
          FROM requirement r CROSS JOIN generate_series(1, ${copies}) n LIMIT ${ROWS - delivered}`.execute(owner);
        await sql`ANALYZE requirement`.execute(owner);
      })) / 1000;
    tell("seeding", seconds, "s", { rows: ROWS });
    const reader = platform.as("per-ganyu");
    tell("first index", await timed(() => reading(reader, (tx) => libraryIndex(tx))), "ms", { rows: ROWS });
    const heap = process.memoryUsage().heapUsed / 1024 ** 2;
    tell("heap with the index", heap, "MB", { rows: ROWS });
    const searches: Readonly<Record<string, (round: number) => Parameters<typeof pageRequirements>[1]>> = {
      "two Chinese signs": () => ({ limit: 50, text: "砂糖" }),
      "Chinese words": () => ({ limit: 50, text: "食品安全 铅" }),
      "English words": () => ({ limit: 50, text: "sulphur dioxide", on: "2026-11-25" }),
      "Vietnamese without marks": (round) => ({ limit: 50, text: `duong so ${round}` }),
      Thai: () => ({ limit: 50, text: "ความชื้น" }),
      Indonesian: () => ({ limit: 50, text: "susut pengeringan" }),
      Malay: () => ({ limit: 50, text: "gula putih" }),
      "a number of a document": () => ({ limit: 50, text: "GB/T 317-2018" }),
      "market and status": () => ({ limit: 50, market: "VN", status: "open" }),
      "everything, with facets": () => ({ limit: 50 }),
      "everything as known before": () => ({ limit: 50, knownOn: "2026-06-01T00:00:00Z" }),
    };
    const all: number[] = [];
    for (const [name, question] of Object.entries(searches)) {
      await pageRequirements(reader, question(0));
      const times: number[] = [];
      for (let round = 1; round <= ROUNDS; round++)
        times.push(await timed(() => pageRequirements(reader, question(round))));
      all.push(...times);
      tell(`${name}, p95`, quantile(times, 0.95), "ms", { rows: ROWS, rounds: ROUNDS, bar: 50 });
    }
    tell("all searches, p95", quantile(all, 0.95), "ms", { rows: ROWS, bar: 50 });
  } finally {
    await platform.close();
  }
};
