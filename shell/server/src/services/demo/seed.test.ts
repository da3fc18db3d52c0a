import { expect, test } from "vitest";
import { openHouse } from "../../testing/house.ts";
import { isEmpty, seedDemo } from "./seed.ts";

test("the demonstration is loaded once, marked as invented, and can be run again after a start that was cut off", async (t) => {
  const { bench, house } = await openHouse(t);
  const { owner } = bench.database;
  for (const table of ["membership", "person", "enterprise", "institution"] as const)
    await owner.deleteFrom(table).execute();
  expect(await isEmpty(owner)).toBe(true);
  const context = { owner, accounts: house.accounts, now: house.now, newId: house.newId };

  const cut = owner.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === "InsertQueryNode" && JSON.stringify(node).includes('"membership"'))
        throw new Error("the power went out");
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await expect(seedDemo({ ...context, owner: cut })).rejects.toThrow("the power went out");
  expect(await isEmpty(owner)).toBe(true);

  await seedDemo(context);
  const institutions = await owner.selectFrom("institution").select(["id", "level", "kind"]).execute();
  const count = (level: string) => institutions.filter((institution) => institution.level === level).length;
  expect([
    count("centre"),
    count("national"),
    count("regional"),
    count("institute"),
    count("partner"),
    count("authority"),
  ]).toEqual([6, 6, 7, 4, 6, 3]);
  const people = await owner.selectFrom("person").select(["invented", "user_id", "email"]).execute();
  expect(
    people.every(({ invented, user_id, email }) => invented && user_id !== null && email?.endsWith(".example")),
  ).toBe(true);
  const enterprises = await owner.selectFrom("enterprise").select(["invented", "identifiers"]).execute();
  expect(enterprises).toHaveLength(7);
  expect(JSON.stringify(enterprises)).toMatch(/"952/);
});
