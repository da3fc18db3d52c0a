import { actAs, demoPeople, demoSignIn, getSession, reauthenticate } from "@quanheng/contract/routes/session.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { DEMO_PASSWORD } from "../auth/demo.ts";
import { ownOrigin } from "../auth/same-origin.ts";
import { refuse } from "../refusals.ts";
import * as service from "../services/session/act-as.ts";
import { demoSignIn as signInDemo } from "../services/session/demo-sign-in.ts";
import { reauthenticate as proveAgain } from "../services/session/reauthenticate.ts";
import { sessionView } from "../services/session/session-view.ts";
import { serve } from "./serve.ts";

/** Who is signed in and for whom; the people of the demonstration. */
export function sessionRoutes(app: FastifyInstance): void {
  const { accounts, settings, now } = app.house;

  serve(app, getSession, async ({ request }) => sessionView(request.identified, settings.demo));

  serve(app, actAs, async ({ context, request, body }) => {
    await service.actAs(context, accounts, request.identified, body.membershipId);
    return sessionView(await accounts.identify(request.headers, now()), settings.demo);
  });

  serve(app, reauthenticate, async ({ context, request, body }) => {
    const proof = { cookie: request.headers.cookie ?? "", password: body.password, code: body.totp };
    return proveAgain(context, accounts, request.identified, proof);
  });

  serve(app, demoPeople, async () => {
    if (!settings.demo) refuse("demo-off");
    const people = await accounts.demoPeople(now());
    return { people: people.map(({ id, name, roles }) => ({ id, name, roles })), password: DEMO_PASSWORD };
  });

  serve(app, demoSignIn, async ({ request, reply, body }) => {
    if (!settings.demo) refuse("demo-off");
    const cookies = await signInDemo(accounts, body.personId, ownOrigin(settings, request), now());
    setCookies(reply, cookies);
    const identified = await accounts.identify({ cookie: asSentBack(cookies) }, now());
    return sessionView(identified, settings.demo);
  });
}

function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header("set-cookie", cookie);
}

/** The cookies as the browser will send them with its next request. */
function asSentBack(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}
