import type { Session } from "@quanheng/contract/schemas/party.ts";
import type { Identified } from "../../auth/identity.ts";
import { permissionsOf } from "../../permissions.ts";

/** What a page knows of the person in front of it: who, for whom, with which rights. */
export function sessionView({ actor, memberships, email }: Identified, demo: boolean): Session {
  return {
    person: actor.personId && actor.name ? { id: actor.personId, name: actor.name, email: email ?? "" } : null,
    memberships: [...memberships],
    acting: memberships.find(({ id }) => id === actor.membershipId) ?? null,
    permissions: [...permissionsOf(actor.role)],
    demo,
  };
}
