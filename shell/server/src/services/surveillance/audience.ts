import type { NotificationTopic } from "@quanheng/contract/messages/notifications.ts";
import type { Role } from "@quanheng/contract/permission.ts";

/** Who is told: the client, all laboratories of the commission, the one it happened at, every regulator, or the party that the facts name. */
export type Listener = {
  readonly to: "client" | "laboratories" | "laboratory" | "regulators" | "named";
  /** Only those who act in this role; null tells the whole party. */
  readonly role: Role | null;
};

const client: Listener = { to: "client", role: null };
const regulators: Listener = { to: "regulators", role: null };
const at = (role: Role): Listener => ({ to: "laboratory", role });

/** The one place that says who hears of what; nobody is told of what the own party did. */
export const AUDIENCE = {
  "commission.submitted": [
    { to: "laboratories", role: "reviewer" },
    { to: "laboratories", role: "signatory" },
  ],
  "commission.cancelled": [{ to: "laboratories", role: null }],
  "commission.agreed": [client, { to: "laboratories", role: "analyst" }],
  "contract.accepted": [client],
  "contract.declined": [client],
  "sample.received": [client, at("analyst")],
  "sample.unsuitable": [client],
  "sample.split": [],
  "task.entered": [at("reviewer")],
  "task.returned": [at("analyst")],
  // The timeline and the next steps show it; a notice for each of a dozen tests would bury the others.
  "task.approved": [],
  "results.reviewed": [client, at("signatory")],
  "attestation.issued": [client],
  "attestation.suspended": [client, regulators],
  "attestation.reinstated": [client, regulators],
  "attestation.withdrawn": [client, regulators],
  "requirement.changed": [client, { to: "laboratories", role: "reviewer" }, { to: "laboratories", role: "signatory" }],
  "trace.recalled": [{ to: "named", role: null }],
  "requirement.verified": [],
  "scope.changed": [client],
  "draft.invited": [{ to: "named", role: null }],
  "draft.answered": [{ to: "named", role: null }],
  // The centre works from its queue, which shows what waits.
  "numbering.applied": [],
  "numbering.decided": [{ to: "named", role: null }],
  "numbering.renewed": [{ to: "named", role: null }],
} as const satisfies Record<NotificationTopic, readonly Listener[]>;

export function audienceOf(topic: string): readonly Listener[] {
  return Object.hasOwn(AUDIENCE, topic) ? AUDIENCE[topic as NotificationTopic] : [];
}
