import type { TradeNotificationEntry } from "@quanheng/contract/routes/trade-notification.ts";
import { expect, test } from "vitest";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { HANDS } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { STANDARDS_ENGINEER } from "../selection/testing/drafts.ts";
import { changeTradeNotification, followTradeNotification } from "./follow-trade-notification.ts";
import {
  addTradeComment,
  enterTradeNotification,
  listTradeComments,
  pageTradeNotifications,
} from "./trade-notifications.ts";

/** Invented: the demonstration's clock stands on 2026-11-23. */
const ENTRY: TradeNotificationEntry = {
  agreement: "SPS",
  symbol: "G/SPS/N/VNM/900",
  market: "VN",
  title: { zh: "食糖中二氧化硫限量（虚构）", en: "Limits of sulphur dioxide in sugar (invented)" },
  notifiedOn: "2026-10-01",
  commentsUntil: "2026-11-30",
  adoptedOn: null,
  inForceOn: null,
  products: ["white-sugar"],
  characteristics: ["sulphur-dioxide"],
  source: "invented for the test",
};

test("a notification is listed with the days left, found by what it touches, and leaves the open ones after its last day", async ({
  onTestFinished,
}) => {
  const bench = await openDemoBench({ onTestFinished });
  const engineer = bench.as(STANDARDS_ENGINEER);
  await enterTradeNotification(engineer, ENTRY);
  await enterTradeNotification(engineer, { ...ENTRY, symbol: "G/SPS/N/VNM/901", notifiedOn: "2026-11-01" });
  const symbols = async (query: object) =>
    (await pageTradeNotifications(engineer, { limit: 50, ...query })).items.map(({ symbol }) => symbol);
  expect(await symbols({})).toEqual(["G/SPS/N/VNM/901", "G/SPS/N/VNM/900"]);
  expect(await symbols({ product: "white-sugar", comments: "open", text: "二氧化硫" })).toHaveLength(2);
  expect(await symbols({ product: "motor-gasoline" })).toEqual([]);
  expect(await symbols({ agreement: "TBT" })).toEqual([]);
  const first = await pageTradeNotifications(engineer, { limit: 1 });
  expect(first.items[0]?.daysLeft).toBe(7);
  expect(await symbols({ after: first.next })).toEqual(["G/SPS/N/VNM/900"]);
  bench.clock.now = new Date("2026-12-01T01:00:00Z");
  expect(await symbols({ comments: "open" })).toEqual([]);
  expect(await symbols({ comments: "closed" })).toHaveLength(2);
});

test("comments are taken until the last day; an engineer reads all, anybody else their own", async ({
  onTestFinished,
}) => {
  const bench = await openDemoBench({ onTestFinished });
  const [engineer, mill, analyst] = [bench.as(STANDARDS_ENGINEER), bench.as(HANDS.mill), bench.as("per-moxiaoyan")];
  const { id } = await enterTradeNotification(engineer, ENTRY);
  await addTradeComment(mill, id, "Our process cannot reach the limit.");
  await addTradeComment(analyst, id, "The method's quantification limit is above it.");
  const seen = async (context: typeof mill) => (await listTradeComments(context, id)).items.map(({ mine }) => mine);
  expect(await seen(engineer)).toEqual([false, false]);
  expect(await seen(mill)).toEqual([true]);
  bench.clock.now = new Date("2026-12-01T01:00:00Z");
  expect((await refused(addTradeComment(mill, id, "Too late to say."))).code).toBe("comments-closed");
});

test("what does not fit together is refused", async ({ onTestFinished }) => {
  const bench = await openDemoBench({ onTestFinished });
  const engineer = bench.as(STANDARDS_ENGINEER);
  const code = async (change: Partial<TradeNotificationEntry>) =>
    (await refused(enterTradeNotification(engineer, { ...ENTRY, ...change }))).code;
  expect(await code({ agreement: "TBT" })).toBe("trade-symbol-other");
  expect(await code({ commentsUntil: "2026-09-30" })).toBe("trade-days-disordered");
  expect(await code({ products: ["moon-dust"] })).toBe("product-unknown");
  expect(await code({ characteristics: ["taste"] })).toBe("characteristic-unknown");
  expect(await code({ market: "XX" })).toBe("market-unknown");
  await enterTradeNotification(engineer, ENTRY);
  expect(await code({})).toBe("trade-notification-known");
});

test("an entry or a comment that breaks in any statement leaves nothing behind", async ({ onTestFinished }) => {
  const bench = await openDemoBench({ onTestFinished });
  const engineer = bench.as(STANDARDS_ENGINEER);
  const steps = async (work: (context: typeof engineer) => Promise<unknown>, traces: () => Promise<number>) => {
    const trail = await bench.trail();
    const before = await traces();
    for (let n = 1; ; n++) {
      const broke = await work(breakingAt(n, engineer)).then(
        () => false,
        () => true,
      );
      if (!broke) return;
      expect(await traces()).toBe(before);
      expect(await bench.trail()).toEqual(trail);
    }
  };
  const all = async () => (await pageTradeNotifications(engineer, { limit: 50 })).items;
  await steps(
    (context) => enterTradeNotification(context, ENTRY),
    async () => (await all()).length,
  );
  const [{ id } = { id: "" }] = await all();
  await steps(
    (context) => addTradeComment(context, id, "We ask for two more years."),
    async () => (await listTradeComments(engineer, id)).items.length,
  );
  expect((await listTradeComments(engineer, id)).items).toHaveLength(1);
});

test("a notification is followed by one engineer, corrected, closed with what came of it and opened again; a stale hand is refused", async ({
  onTestFinished,
}) => {
  const bench = await openDemoBench({ onTestFinished });
  const [engineer, second, mill] = [bench.as(STANDARDS_ENGINEER), bench.as("per-dengsiyuan"), bench.as(HANDS.mill)];
  const { id } = await enterTradeNotification(engineer, ENTRY);
  const other = await enterTradeNotification(engineer, { ...ENTRY, symbol: "G/SPS/N/VNM/901" });
  const taken = await followTradeNotification(second, id, { version: 1, step: { kind: "take" } });
  expect([taken.mine, taken.assignedTo === null, taken.version]).toEqual([true, false, 2]);
  await expect(followTradeNotification(engineer, id, { version: 1, step: { kind: "take" } })).rejects.toMatchObject({
    code: "stale",
  });

  const entry = { ...ENTRY, commentsUntil: "2026-12-15" };
  await expect(
    changeTradeNotification(second, id, { version: 2, entry: { ...entry, symbol: other.symbol } }),
  ).rejects.toMatchObject({ code: "trade-notification-known" });
  expect((await changeTradeNotification(second, id, { version: 2, entry })).daysLeft).toBe(22);

  const step = { kind: "close", outcome: "adopted without changes" } as const;
  for (let n = 1; ; n++) {
    const fault = await followTradeNotification(breakingAt(n, second), id, { version: 3, step }).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (fault === null) {
      expect(n).toBeGreaterThan(2);
      break;
    }
    expect(fault).toContain("injected fault");
    expect((await pageTradeNotifications(second, { limit: 1, text: ENTRY.symbol })).items[0]!.version).toBe(3);
  }
  await expect(addTradeComment(mill, id, "Too late to say this.")).rejects.toMatchObject({ code: "comments-closed" });
  expect((await pageTradeNotifications(engineer, { limit: 9, comments: "open" })).items.map((each) => each.id)).toEqual(
    [other.id],
  );
  const again = await followTradeNotification(engineer, id, { version: 4, step: { kind: "reopen" } });
  expect([again.closedOn, again.outcome, again.commentsOpen]).toEqual([null, null, true]);
});
