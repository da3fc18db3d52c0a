import type { Role } from "@quanheng/contract/permission.ts";
import type { RouteContract } from "@quanheng/contract/route.ts";
import { actAs, demoPeople, demoSignIn, reauthenticate } from "@quanheng/contract/routes/session.ts";
import type { Session } from "@quanheng/contract/schemas/party.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";

type Given<Schema, Name extends string> = Schema extends z.ZodType
  ? { readonly [Key in Name]: z.input<Schema> }
  : Record<never, never>;
type Ask<Route extends RouteContract> = Given<Route["params"], "params"> &
  Given<Route["body"], "body"> & { readonly query?: Readonly<Record<string, string | number>> };
type Parts = { params?: Record<string, unknown>; query?: Record<string, string | number>; body?: unknown };

/** Somebody at the platform's door or inside it: sends what a page would send, with the session's cookies. */
export class Visitor {
  readonly url: string;
  #cookies: readonly string[] = [];
  #password = "";

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in as a person of the demonstration and acts in a role for a party. */
  async signIn(personId: string, role: Role, partyId: string): Promise<z.infer<typeof Session>> {
    const { password } = await this.call(demoPeople, {});
    this.#password = password;
    const session = await this.call(demoSignIn, { body: { personId: personId as `per-${string}` } });
    const wanted = session.memberships.find((each) => each.role === role && each.partyId === partyId);
    if (!wanted || session.acting?.id === wanted.id) return session;
    return this.call(actAs, { body: { membershipId: wanted.id } });
  }

  /** The token for one signature. */
  async proveAgain(): Promise<string> {
    return (await this.call(reauthenticate, { body: { password: this.#password } })).token;
  }

  /** @throws Refusal with the code and facts that the platform answered */
  async call<const Route extends RouteContract>(route: Route, ask: Ask<Route>): Promise<z.output<Route["response"]>> {
    const { params, query, body } = ask as Parts;
    const response = await this.#send(route.method, address(route.path, params, query), body);
    return route.response.parse(await response.json()) as z.output<Route["response"]>;
  }

  /** The bytes of a document. */
  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#send("GET", path)).arrayBuffer());
  }

  /** Hands a file in, with text parts before it. */
  async upload<const Route extends RouteContract>(
    route: Route,
    file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
    fields: Readonly<Record<string, string>> = {},
  ): Promise<z.output<Route["response"]>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
    const response = await this.#send(route.method, route.path, form);
    return route.response.parse(await response.json()) as z.output<Route["response"]>;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const form = body instanceof FormData;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        "x-quanheng-request": "demo",
        ...(this.#cookies.length > 0 && { cookie: this.#cookies.join("; ") }),
        ...(body !== undefined && !form && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
    const given = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    if (given.length > 0) this.#cookies = merged(this.#cookies, given);
    if (!response.ok) throw await refusalOf(response);
    return response;
  }
}

function address(path: string, params: Parts["params"] = {}, query: Parts["query"] = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return asked === "" ? filled : `${filled}?${asked}`;
}

/** A newer cookie of a name takes the place of the older. */
function merged(held: readonly string[], given: readonly string[]): readonly string[] {
  const name = (cookie: string) => cookie.split("=")[0];
  return [...held.filter((cookie) => !given.some((each) => name(each) === name(cookie))), ...given];
}

async function refusalOf(response: Response): Promise<Error> {
  const text = await response.text();
  try {
    const { code, facts } = JSON.parse(text) as { code: string; facts: Record<string, string> };
    return new Refusal(code, { ...facts, address: response.url });
  } catch {
    // Something between us and the platform answered in its own words.
    return new Error(`${response.status} from ${response.url}: ${text.slice(0, 200)}`);
  }
}
