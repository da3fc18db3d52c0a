import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkTrail } from "../../store/audit-trail.ts";
import { kill, startVictim, treeOf } from "../../testing/victim.ts";
import { openDatabase } from "./open.ts";

const folder = await mkdtemp(join(tmpdir(), "quanheng-crash-"));
await chmod(folder, 0o711);
afterAll(() => rm(folder, { recursive: true }));

const ROUNDS = 20;

/** mulberry32: small, and the same numbers for the same seed everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Each round starts the platform on what the round before left, lets it write and kills it without warning after a random
 * number of acknowledged writes: in most rounds everything at once, in every fifth the platform alone, so that the next
 * start finds a database server that is still running.
 */
test(`${ROUNDS} times killed under load: no acknowledged write is lost, nothing is half done, it starts by itself`, async () => {
  const seed = Date.now() % 1_000_000;
  console.log(`crash rounds: seed ${seed}`);
  const random = randomFrom(seed);
  const acknowledged = new Set<string>();
  for (let round = 1; round <= ROUNDS; round++) {
    const victim = startVictim(folder);
    await victim.acknowledged(1 + Math.floor(random() * 120));
    kill(round % 5 === 0 ? [victim.process.pid!] : treeOf(victim.process.pid!));
    await victim.ended;
    if (round > 1) expect(victim.said, `round ${round}, seed ${seed}`).toContain("database-recovering");
    for (const line of victim.said) if (line.startsWith("obs-")) acknowledged.add(line);
  }

  const { owner, close } = await openDatabase({ dataDir: folder });
  try {
    const audited = await owner.selectFrom("audit").select("subject").execute();
    const announced = await owner.selectFrom("outbox").select("subject").execute();
    const stored = new Set(audited.map(({ subject }) => subject));
    expect([...acknowledged].filter((subject) => !stored.has(subject))).toEqual([]);
    expect(new Set(announced.map(({ subject }) => subject))).toEqual(stored);
    expect((await checkTrail(owner)).broken).toBeNull();
    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  } finally {
    await close();
  }
}, 180_000);
