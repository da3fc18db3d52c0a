import { expect, test } from "vitest";
import { gathered, keepAnswers } from "./kept-answers.ts";

test("an answer holds until its stamp changes, and the next one takes its place", async () => {
  let stamp = "1.0";
  const answers = keepAnswers<string>(async (ids) => new Map(ids.map((id) => [id, stamp])));
  answers.keep("number", { id: "att-1", stamp, answer: "in force" });
  expect(await answers.find("number")).toBe("in force");
  stamp = "2.0";
  expect(await answers.find("number")).toBeNull();
  answers.keep("number", { id: "att-1", stamp, answer: "withdrawn" });
  expect(await answers.find("number")).toBe("withdrawn");
  expect(await answers.find("another")).toBeNull();
});

test("what was asked for longest ago is let go first", async () => {
  const answers = keepAnswers<number>(async (ids) => new Map(ids.map((id) => [id, "1"])), 2);
  for (const n of [1, 2]) answers.keep(`${n}`, { id: "a", stamp: "1", answer: n });
  await answers.find("1");
  answers.keep("3", { id: "a", stamp: "1", answer: 3 });
  expect([await answers.find("1"), await answers.find("2"), await answers.find("3")]).toEqual([1, null, 3]);
});

test("questions that come while a reading runs wait for the next, which begins after them", async () => {
  const readings: { ids: readonly string[]; end(): void }[] = [];
  const stampOf = gathered(
    (ids) =>
      new Promise((resolve) =>
        readings.push({ ids, end: () => resolve(new Map(ids.map((id) => [id, `${id} in ${readings.length}`]))) }),
      ),
  );
  const first = stampOf("a");
  await Promise.resolve();
  const later = [stampOf("a"), stampOf("b")];
  expect(readings.map(({ ids }) => ids)).toEqual([["a"]]);
  readings[0]?.end();
  expect(await first).toBe("a in 1");
  await Promise.resolve();
  readings[1]?.end();
  expect(await Promise.all(later)).toEqual(["a in 2", "b in 2"]);
});

test("a reading that fails fails those who waited for it and no others", async () => {
  let broken = true;
  const stampOf = gathered(async (ids) => {
    if (broken) throw new Error("the database is away");
    return new Map(ids.map((id) => [id, "1"]));
  });
  await expect(stampOf("a")).rejects.toThrow("away");
  broken = false;
  expect(await stampOf("a")).toBe("1");
});
