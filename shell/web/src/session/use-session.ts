import type { Permission } from "@quanheng/contract/permission.ts";
import { getSession } from "@quanheng/contract/routes/session.ts";
import type { Session } from "@quanheng/contract/schemas/party.ts";
import { useQueryClient } from "@tanstack/react-query";
import { keyOf, useCall } from "../api/use-call.ts";

/** Who is signed in, for whom, with which rights. */
export function useSession() {
  return useCall(getSession, {});
}

/** Whether the reader's present role has a right; false until the session is known. */
export function useMay(permission: Permission): boolean {
  const { data } = useSession();
  return may(data, permission);
}

export function may(session: Session | undefined, permission: Permission): boolean {
  return permission === "public" || (session?.permissions.includes(permission) ?? false);
}

/** Replaces the session after sign-in, sign-out or a change of role: what was read as somebody else is forgotten. */
export function useRenewSession(): (session?: Session) => Promise<void> {
  const client = useQueryClient();
  return async (session) => {
    await client.cancelQueries();
    const key = keyOf(getSession, {});
    client.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== JSON.stringify(key) });
    if (session) client.setQueryData(key, session);
    else await client.refetchQueries({ queryKey: key });
  };
}
