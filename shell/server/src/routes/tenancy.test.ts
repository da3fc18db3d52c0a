import type { Role } from "@quanheng/contract/permission.ts";
import type { RouteContract } from "@quanheng/contract/route.ts";
import { allRoutes } from "@quanheng/contract/routes/all.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { grants } from "../permissions.ts";
import { inTransaction } from "../store/transaction.ts";
import { example } from "../testing/example.ts";
import { openHouse, type TestHouse } from "../testing/house.ts";
import type { TestParty } from "../testing/people.ts";
import { insertPrivateRows, MARK, PRIVATE_IDS, SHARED_TABLES } from "../testing/private-rows.ts";

// The mill and the sugar laboratory own one row of everything. Everyone else knocks on every door with their ids.
const FOREIGN: readonly (readonly [Exclude<Role, "public">, TestParty])[] = [
  ["enterprise-user", "ent-smelter"],
  ["analyst", "ins-otherlab"],
  ["reviewer", "ins-otherlab"],
  ["signatory", "ins-otherlab"],
];
/** Roles of the whole cluster: their rights reach into every house by design, so only what they have no right to is tried. */
const CLUSTER: readonly (readonly [Exclude<Role, "public">, TestParty])[] = [
  ["standards-engineer", "ins-cluster"],
  ["operator", "ins-cluster"],
  ["regulator", "ins-regulator"],
];

test("every route refuses everyone who is not meant to come in, and gives no foreign row to anyone", async (t) => {
  const house = await openHouse(t);
  await insertPrivateRows(house.bench.database.owner);
  const failures: string[] = [];
  for (const route of house.app.served) {
    const answer = await knock(house, route);
    if (answer.body.includes(MARK)) failures.push(`${title(route)} as a visitor shows what is the mill's`);
    if (route.permission !== "public" && answer.statusCode !== 401)
      failures.push(`${title(route)} as a visitor: ${answer.statusCode}`);
  }
  for (const [role, party] of [...FOREIGN, ...CLUSTER]) {
    const cookie = await house.signIn(role, party);
    for (const route of house.app.served.filter(({ path }) => !path.startsWith("/api/session"))) {
      const granted = grants(route.permission, role);
      if (granted && CLUSTER.some(([cluster]) => cluster === role)) continue;
      const answer = await knock(house, route, cookie);
      const wanted = !granted ? [403] : namesPrivateRow(route) ? [403, 404] : null;
      if (answer.body.includes(MARK)) failures.push(`${title(route)} as ${role} of ${party} shows what is the mill's`);
      if (wanted && !wanted.includes(answer.statusCode))
        failures.push(`${title(route)} as ${role} of ${party}: ${answer.statusCode} ${answer.body.slice(0, 120)}`);
    }
  }
  expect(failures).toEqual([]);
});

test("the database alone keeps the parties apart: every table has row-level security, and no foreign row comes out or changes", async (t) => {
  const { bench } = await openHouse(t);
  const { owner } = bench.database;
  await insertPrivateRows(owner);
  const { rows: tables } = await sql<{ name: string; secured: boolean; readable: boolean; changeable: boolean }>`
    SELECT relname AS name, relrowsecurity AS secured, has_table_privilege('quanheng_app', oid, 'SELECT') AS readable,
      has_table_privilege('quanheng_app', oid, 'UPDATE') OR has_table_privilege('quanheng_app', oid, 'DELETE') AS changeable
    FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`.execute(owner);
  expect(tables.filter(({ secured, readable, changeable }) => !secured && (readable || changeable))).toEqual([]);

  const shown: string[] = [];
  for (const [role, party] of [...FOREIGN, ["public", undefined] as const]) {
    const context = bench.as(role, party);
    for (const { name, readable, changeable } of tables.filter((table) => !SHARED_TABLES.includes(table.name))) {
      if (readable) {
        const { rows } = await inTransaction(context, (tx) =>
          sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} t`.execute(tx),
        );
        if (rows.some(({ row }) => row.includes(MARK) || row.includes("millsown")))
          shown.push(`${name} to ${role} of ${party}`);
      }
      if (changeable) {
        const removed = await inTransaction(context, (tx) => sql`DELETE FROM ${sql.table(name)}`.execute(tx)).catch(
          () => null,
        );
        if (removed?.numAffectedRows) shown.push(`${name} emptied by ${role} of ${party}`);
      }
    }
  }
  expect(shown).toEqual([]);
});

test("the application's role reaches no account, and sign-in's role no work", async (t) => {
  const { bench } = await openHouse(t);
  const { app, auth } = bench.database;

  await expect(sql`SELECT * FROM auth."user"`.execute(app)).rejects.toThrow(/permission denied/);
  await expect(sql`SELECT auth.identity_of('x', '2026-03-02')`.execute(app)).rejects.toThrow(/permission denied/);
  await expect(auth.query("SELECT * FROM public.commission")).rejects.toThrow(/permission denied/);
});

test("every contract has an example to knock with", () => {
  for (const route of Object.values(allRoutes).flatMap((stage) => Object.values(stage))) {
    for (const schema of [route.params, route.query, route.body]) {
      if (schema) expect([title(route), schema.safeParse(example(schema)).success]).toEqual([title(route), true]);
    }
  }
});

test("a contract that is served is one that pages know, and every contract of a served stage is served", async (t) => {
  const { app } = await openHouse(t);
  const known = Object.values(allRoutes).map((stage) => Object.values(stage));
  expect(app.served.filter((route) => !known.flat().includes(route)).map(title)).toEqual([]);

  const begun = known.filter((stage) => stage.some((route) => app.served.includes(route)));
  expect(
    begun
      .flat()
      .filter((route) => !app.served.includes(route))
      .map(title),
  ).toEqual([]);
});

test("a route of the API without a contract, or with an unknown right, cannot be registered", async (t) => {
  const { house } = await openHouse(t);
  const { default: Fastify } = await import("fastify");
  const { requireContract } = await import("./require-contract.ts");
  const { serve } = await import("./serve.ts");
  const { z } = await import("zod");
  const app = Fastify();
  app.decorate("house", house);
  app.decorate("served", []);
  app.addHook("onRoute", (route) => requireContract(app, route));

  expect(() => app.get("/api/backdoor", async () => "open")).toThrow(/has a contract/);
  const unknown = {
    method: "GET",
    path: "/api/x",
    summary: "",
    permission: "everything" as "public",
    response: z.null(),
  } as const;
  expect(() => serve(app, unknown, async () => null)).toThrow(/names a permission/);
});

function title({ method, path }: RouteContract): string {
  return `${method} ${path}`;
}

/** Whether the address itself names a row of the mill or its laboratory. */
function namesPrivateRow(route: RouteContract): boolean {
  return (
    route.params !== undefined &&
    Object.values(example(route.params) as object).some((value) => Object.values(PRIVATE_IDS).includes(value as never))
  );
}

function knock({ send, app }: TestHouse, route: RouteContract, cookie?: string) {
  const params = (route.params ? example(route.params) : {}) as Record<string, string>;
  const query = new URLSearchParams((route.query ? example(route.query) : {}) as Record<string, string>).toString();
  const url = `${route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name]!))}${query && `?${query}`}`;
  if (!route.upload)
    return send(route.method, url, { ...(cookie && { cookie }), ...(route.body && { body: example(route.body) }) });
  const texts = Object.entries((route.body ? example(route.body) : {}) as Record<string, string>);
  const parts = texts.map(
    ([name, value]) => `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file =
    '--part\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--part--\r\n';
  const headers = {
    "content-type": "multipart/form-data; boundary=part",
    "x-quanheng-request": "test",
    ...(cookie && { cookie }),
  };
  return app.inject({ method: "POST", url, headers, payload: parts.join("") + file });
}
