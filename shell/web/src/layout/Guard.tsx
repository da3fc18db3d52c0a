import type { Permission } from "@quanheng/contract/permission.ts";
import { Navigate, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Failed, Forbidden, Loading } from "../components/Stateful.tsx";
import { to } from "../paths.ts";
import { may, useSession } from "../session/use-session.ts";

/** Shows a page only to a reader who may see it; sends a stranger to the sign-in and back. */
export function Guard({ permission, children }: { readonly permission: Permission; readonly children: ReactNode }) {
  const session = useSession();
  const here = useLocation();

  if (permission === "public") return children;
  if (session.error) return <Failed error={session.error} again={() => void session.refetch()} />;
  if (!session.data) return <Loading />;
  if (!session.data.person) return <Navigate href={to.signIn(here.href)} replace />;
  return may(session.data, permission) ? children : <Forbidden />;
}
