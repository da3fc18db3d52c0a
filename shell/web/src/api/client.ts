import type { RouteContract } from "@quanheng/contract/route.ts";
import type { z } from "zod";
import { currentLanguage } from "../i18n/i18n.ts";
import { spoken } from "../i18n/languages.ts";
import { connectionLost, problemOf } from "./problem-error.ts";

type Given<Schema, Name extends string> = Schema extends z.ZodType
  ? Record<never, never> extends z.input<Schema>
    ? { readonly [Key in Name]?: z.input<Schema> }
    : { readonly [Key in Name]: z.input<Schema> }
  : Record<never, never>;

/** What a contract asks for: only the parts it declares, each typed by its schema. */
export type Request<Route extends RouteContract> = Given<Route["params"], "params"> &
  Given<Route["query"], "query"> &
  Given<Route["body"], "body"> &
  (Route["upload"] extends { readonly maxBytes: number } ? { readonly file: File } : Record<never, never>);

/** What a contract answers. */
export type Answer<Route extends RouteContract> = z.output<Route["response"]>;

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: File;
};

/**
 * Calls one route of the platform.
 *
 * @throws ProblemError for every refusal; `connection-lost` (status 0) when no answer came
 */
export async function call<const Route extends RouteContract>(
  route: Route,
  request: Request<Route>,
  signal?: AbortSignal,
): Promise<Answer<Route>> {
  const parts = request as Parts;
  const response = await send(route.method, addressOf(route.path, parts), bodyOf(parts), signal);
  if (response.status === 204) return undefined as Answer<Route>;
  return (await response.json()) as Answer<Route>;
}

/** Where a document of a route lies, for links and downloads. */
export function hrefOf<const Route extends RouteContract>(route: Route, request: Request<Route>): string {
  return addressOf(route.path, request as Parts);
}

/** One request with the headers that every request of a page carries. Also used for the sign-in library's addresses. */
export async function send(
  method: string,
  address: string,
  body?: string | FormData,
  signal?: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = {
    accept: "application/json, application/problem+json",
    "accept-language": spoken(currentLanguage()),
    // A form of another site cannot set this header, so its presence shows that a page of ours asks.
    "x-quanheng-request": "page",
  };
  if (typeof body === "string") headers["content-type"] = "application/json";
  const response = await fetch(address, {
    method,
    headers,
    credentials: "same-origin",
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw connectionLost();
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The address of a call: parameters in their places, the query without what is absent. */
export function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const wanted = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  return wanted.length === 0 ? filled : `${filled}?${new URLSearchParams(wanted).toString()}`;
}

function bodyOf({ body, file }: Parts): string | FormData | undefined {
  if (!file) return body === undefined ? undefined : JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) form.append(name, String(value));
  }
  // Texts go before the file, so that the server knows them before the bytes arrive.
  form.append("file", file);
  return form;
}
