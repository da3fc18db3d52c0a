import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@quanheng/contract/permission.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { openKeyStore } from "../adapters/keys/key-store.ts";
import { openObjectStore } from "../adapters/objects/object-store.ts";
import { openTypesetter } from "../adapters/typst/typesetter.ts";
import { noPages, type Pages } from "../adapters/web/pages.ts";
import { buildApp } from "../app.ts";
import { accountsOf } from "../auth/accounts.ts";
import { openLibrary } from "../auth/library.ts";
import { OWN_HEADER } from "../auth/same-origin.ts";
import type { House } from "../house.ts";
import type { Settings } from "../settings.ts";
import { authDatabase } from "../store/account.ts";
import { ping } from "../store/ping.ts";
import { actorOf, type TestParty } from "./people.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** A workbench with the HTTP side built on it; requests go through every guard but the network. */
export type TestHouse = {
  readonly bench: Workbench;
  readonly app: FastifyInstance;
  readonly house: House;
  /** Signs a person of the small cluster in and answers the cookie of the session. */
  signIn(role: Exclude<Role, "public">, party?: TestParty, number?: 1 | 2): Promise<string>;
  /** One request as a page sends it. */
  send(method: Method, url: string, options?: Sending): Promise<LightMyRequestResponse>;
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Sending = {
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The password of everyone in a test house. */
export const TEST_PASSWORD = "a password for tests";

const SETTINGS: Omit<Settings, "dataDir"> = {
  host: "127.0.0.1",
  port: 8088,
  origin: null,
  demo: true,
  limits: { signIn: null, account: null, publicApi: null },
  logLevel: "silent",
};

/** Opens a house that ends with its test. */
export async function openHouse(
  owner: { onTestFinished(end: () => Promise<void>): unknown },
  changed: Partial<Omit<Settings, "dataDir">> & {
    readonly pages?: Pages;
    readonly routes?: (app: FastifyInstance) => void;
  } = {},
): Promise<TestHouse> {
  const { pages = noPages(), routes = () => {}, ...settings } = changed;
  const bench = await openWorkbench();
  const all = { ...SETTINGS, ...settings };
  const library = await openLibrary({ pool: bench.database.auth, secret: SECRET, settings: all });
  const visitor = bench.as("public");
  const dataDir = await mkdtemp(join(tmpdir(), "quanheng-house-"));
  const typesetter = openTypesetter({ threads: 1 });
  const house: House = {
    settings: { ...all, dataDir },
    db: bench.database.app,
    databaseAnswers: () =>
      ping(bench.database.app).then(
        () => true,
        () => false,
      ),
    accounts: accountsOf({ library, db: authDatabase(bench.database.auth), demo: all.demo }),
    objects: await openObjectStore(join(dataDir, "objects")),
    keys: openKeyStore({ folder: join(dataDir, "keys"), passphrase: null, demonstration: true, now: visitor.now }),
    typesetter,
    pages,
    now: visitor.now,
    newId: visitor.newId,
  };
  const app = await buildApp(house);
  routes(app);
  await app.ready();
  owner.onTestFinished(async () => {
    await app.close();
    await typesetter.close();
    await bench.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const send = sendTo(app);
  return {
    bench,
    app,
    house,
    send,
    signIn: (role, party, number) => signIn({ bench, house, send }, role, party, number),
  };
}

/** One house for all tests of a file that leave nothing behind in it; opened before the first, closed after the last. */
export function shareHouse(changed: Parameters<typeof openHouse>[1] = {}): () => TestHouse {
  let house: TestHouse | undefined;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    house = await openHouse({ onTestFinished: (end) => ends.push(end) }, changed);
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
  return () => {
    invariant(house, "a test runs after the house was opened");
    return house;
  };
}

/** Not a secret of anything that lasts. */
const SECRET = "9f2c7a1e5b8d4036a7c1e9f2b5d80436";

function sendTo(app: FastifyInstance): TestHouse["send"] {
  return (method, url, { cookie, body, headers } = {}) =>
    app.inject({
      method,
      url,
      headers: { [OWN_HEADER]: "test", ...(cookie !== undefined && { cookie }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
}

async function signIn(
  { bench, house, send }: Pick<TestHouse, "bench" | "house" | "send">,
  ...[role, party, number]: Parameters<TestHouse["signIn"]>
): Promise<string> {
  const { personId, name } = actorOf(role, party, number);
  const email = `${personId!.slice(4)}@example.org`;
  hashed ??= house.accounts.hash(TEST_PASSWORD);
  const userId = await house.accounts.add({ email, name: name!.en, passwordHash: await hashed });
  await bench.database.owner.updateTable("person").set({ user_id: userId }).where("id", "=", personId!).execute();
  const answer = await send("POST", "/api/auth/sign-in/email", { body: { email, password: TEST_PASSWORD } });
  invariant(answer.statusCode === 200, `${personId} signs in (${answer.body})`);
  return answer.cookies.map((cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`).join("; ");
}

/** Hashing is slow by design; one hash serves every person of every test in a worker. */
let hashed: Promise<string> | undefined;
