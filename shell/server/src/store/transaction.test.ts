import { expect, test } from "vitest";
import { againOnConflict } from "./transaction.ts";

const conflict = (code: string) => Object.assign(new Error("ended by the database"), { code });

/** Work that the database ends the given number of times before it succeeds. */
function ended(times: number, code: string) {
  let attempts = 0;
  const work = () => (++attempts <= times ? Promise.reject(conflict(code)) : Promise.resolve(attempts));
  return { work, made: () => attempts };
}

test.each([["40001"], ["40P01"]])(
  "a conflict that passes (%s) is tried again, and the second try stands",
  async (code) => {
    const { work } = ended(1, code);
    expect(await againOnConflict(work)).toBe(2);
  },
);

test("a conflict that stays rises after three tries", async () => {
  const { work, made } = ended(9, "40001");
  await expect(againOnConflict(work)).rejects.toThrow("ended by the database");
  expect(made()).toBe(3);
});

test("any other failure rises at once: what is wrong stays wrong", async () => {
  const { work, made } = ended(9, "23505");
  await expect(againOnConflict(work)).rejects.toThrow("ended by the database");
  expect(made()).toBe(1);
});
