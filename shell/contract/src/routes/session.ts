import { z } from "zod";
import { defineRoute } from "../route.ts";
import { IsoTime, idOf } from "../schemas/common.ts";
import { DemoPerson, Session } from "../schemas/party.ts";

export const getSession = defineRoute({
  method: "GET",
  path: "/api/session",
  summary: "Who is signed in, for whom, with which rights",
  permission: "public",
  response: Session,
});

export const actAs = defineRoute({
  method: "POST",
  path: "/api/session/acting",
  summary: "Act under another of one's own memberships",
  permission: "session.use",
  body: z.object({ membershipId: idOf("mem") }),
  response: Session,
});

/** Proves presence at the moment of a signature. The token serves once, for this session, within five minutes. */
export const reauthenticate = defineRoute({
  method: "POST",
  path: "/api/session/reauthenticate",
  summary: "Prove again who is sitting here, for a signature",
  permission: "session.use",
  body: z.object({ password: z.string().min(1).max(200), totp: z.string().max(10).nullable().default(null) }),
  response: z.object({ token: z.string(), expiresAt: IsoTime }),
});

export const demoPeople = defineRoute({
  method: "GET",
  path: "/api/demo/people",
  summary: "The people of the demonstration cluster, while it is on",
  permission: "public",
  response: z.object({ people: z.array(DemoPerson), password: z.string() }),
});

export const demoSignIn = defineRoute({
  method: "POST",
  path: "/api/demo/sign-in",
  summary: "Sign in as a person of the demonstration cluster, while it is on",
  permission: "public",
  body: z.object({ personId: idOf("per") }),
  response: Session,
});

export const sessionRoutes = { getSession, actAs, reauthenticate, demoPeople, demoSignIn } as const;
