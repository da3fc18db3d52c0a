/** Every right a route can ask for. Which role has which stands in the server's permission table, and only there. */
export const PERMISSIONS = [
  "public",
  "session.use",
  "library.read",
  "requirement.propose",
  "requirement.verify",
  "recognition.report",
  "standard.comment",
  "commission.create",
  "commission.read",
  "commission.plan",
  "commission.agree",
  "commission.cancel",
  "contract.review",
  "sample.read",
  "sample.receive",
  "task.read",
  "task.enter",
  "review.read",
  "review.record",
  "decision.read",
  "attestation.sign",
  "attestation.read",
  "attestation.status",
  "document.read",
  "numbering.read",
  "numbering.apply",
  "numbering.allocate",
  "numbering.grant",
  "resolver.manage",
  "notification.read",
  "dashboard.cluster",
  "dashboard.regulator",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a person can be for a party. A person may hold several and acts as one at a time. */
export const ROLES = [
  "enterprise-user",
  "analyst",
  "reviewer",
  "signatory",
  "standards-engineer",
  "operator",
  "regulator",
  "public",
] as const;
export type Role = (typeof ROLES)[number];
