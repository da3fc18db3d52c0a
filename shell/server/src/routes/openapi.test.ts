import { allRoutes } from "@quanheng/contract/routes/all.ts";
import { expect, test } from "vitest";
import { openHouse } from "../testing/house.ts";
import { openApiOf } from "./openapi.ts";

const contracts = Object.values(allRoutes).flatMap((stage) => Object.values(stage));

test("every contract becomes an operation with its right, its path parameters and a name of its own", () => {
  const { paths } = openApiOf(contracts) as {
    paths: Record<string, Record<string, { operationId: string; parameters: { in: string; name: string }[] }>>;
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, ...operation })),
  );

  expect(operations).toHaveLength(contracts.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(contracts.length);
  for (const { path, parameters } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual(named);
  }
});

test("the document is served to anyone and holds what is served", async (t) => {
  const { send, app } = await openHouse(t);
  const answer = await send("GET", "/api/openapi.json");
  const document = answer.json();

  expect(document.openapi).toBe("3.1.0");
  expect(
    Object.values(document.paths as Record<string, object>).flatMap((methods) => Object.keys(methods)),
  ).toHaveLength(app.served.length);
  expect(JSON.stringify(document)).not.toContain("$schema");
});
