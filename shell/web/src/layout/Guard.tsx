import type { Permission } from "@quanheng/contract/permission.ts";
import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Failed, Forbidden, Loading } from "../components/Stateful.tsx";
import { toPage } from "../paths.ts";
import { may, useSession } from "../session/use-session.ts";

/** Shows a page only to a reader who may see it; sends a stranger to the sign-in and back. */
export function Guard({ permission, children }: { readonly permission: Permission; readonly children: ReactNode }) {
  const session = useSession();

  if (permission === "public") return children;
  if (session.error && !session.data) return <Failed error={session.error} again={() => void session.refetch()} />;
  if (!session.data) return <Loading />;
  if (!session.data.person) return <ToSignIn />;
  return may(session.data, permission) ? children : <Forbidden />;
}

/** Leaves once, with the address as it was on arrival: while it leaves, the address already changes. */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    const next = router.state.location.href;
    void router.navigate({ to: toPage("signIn"), search: { next }, replace: true });
  }, [router]);
  return <Loading />;
}
