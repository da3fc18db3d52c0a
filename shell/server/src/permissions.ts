import type { Permission, Role } from "@quanheng/contract/permission.ts";
import type { Actor } from "./context.ts";
import { refuse } from "./refusals.ts";

const LABORATORY = ["analyst", "reviewer", "signatory"] as const;
const SIGNED_IN = ["enterprise-user", ...LABORATORY, "standards-engineer", "operator", "regulator"] as const;

/**
 * Which role has which right: the only place where this is said (`docs/reference/permissions.md` is made from it).
 *
 * A right opens a route; which rows it reaches there is decided by the database's row-level security.
 */
const GRANTED = {
  public: [...SIGNED_IN, "public"],
  "session.use": SIGNED_IN,
  "library.read": SIGNED_IN,
  "requirement.propose": ["standards-engineer"],
  "requirement.verify": ["standards-engineer"],
  "scope.read": LABORATORY,
  "scope.propose": ["reviewer", "signatory"],
  "scope.confirm": ["signatory"],
  "recognition.report": ["standards-engineer", "operator", "regulator"],
  "standard.comment": SIGNED_IN,
  "standard.draft": ["standards-engineer"],
  "standard.approve": ["standards-engineer"],
  "commission.create": ["enterprise-user"],
  "commission.read": ["enterprise-user", ...LABORATORY, "operator"],
  "commission.plan": ["enterprise-user"],
  "commission.agree": ["enterprise-user"],
  "commission.cancel": ["enterprise-user"],
  "contract.review": ["reviewer", "signatory"],
  "item.state": ["enterprise-user", "analyst", "reviewer"],
  "sample.read": ["enterprise-user", ...LABORATORY],
  "sample.receive": ["analyst", "reviewer"],
  "task.read": LABORATORY,
  "task.enter": ["analyst"],
  "review.read": ["reviewer", "signatory"],
  "review.record": ["reviewer"],
  "decision.read": ["signatory"],
  "attestation.sign": ["signatory"],
  "attestation.read": ["enterprise-user", ...LABORATORY, "operator", "regulator"],
  "attestation.status": ["signatory"],
  "document.read": ["enterprise-user", ...LABORATORY, "regulator"],
  "numbering.read": ["enterprise-user", "signatory", "operator"],
  "numbering.apply": ["enterprise-user", "signatory"],
  "numbering.allocate": ["enterprise-user", "signatory", "operator"],
  "numbering.grant": ["operator"],
  "resolver.manage": ["enterprise-user", "signatory", "operator"],
  "label.print": ["enterprise-user", ...LABORATORY, "operator"],
  "trace.read": ["enterprise-user", ...LABORATORY, "operator", "regulator"],
  "trace.capture": ["enterprise-user", ...LABORATORY, "operator"],
  "trace.recall": ["enterprise-user", "signatory", "operator"],
  "trace.remind": ["enterprise-user", "signatory", "operator", "regulator"],
  "notification.read": SIGNED_IN,
  "dashboard.cluster": ["operator"],
  "dashboard.regulator": ["regulator"],
} as const satisfies Record<Permission, readonly Role[]>;

/** Whether a role has a right. */
export function grants(permission: Permission, role: Role): boolean {
  return (GRANTED[permission] as readonly Role[]).includes(role);
}

/** The rights of one role, for the pages, which show an action that is not allowed and say why. */
export function permissionsOf(role: Role): readonly Permission[] {
  return (Object.keys(GRANTED) as Permission[]).filter((permission) => grants(permission, role));
}

/**
 * Whether the actor may. A person who is signed in without a role (no membership yet) may use the session and nothing more.
 */
export function mayDo(actor: Actor, permission: Permission): boolean {
  if (permission === "session.use") return actor.personId !== null;
  return grants(permission, actor.role);
}

/**
 * @throws Refusal `not-signed-in` when signing in could help, `not-permitted` when it could not
 */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (mayDo(actor, permission)) return;
  if (actor.personId === null) refuse("not-signed-in");
  refuse("not-permitted", { role: actor.role, permission });
}
