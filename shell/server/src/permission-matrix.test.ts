import { readFile } from "node:fs/promises";
import { PERMISSIONS, ROLES } from "@quanheng/contract/permission.ts";
import { expect, test } from "vitest";
import { VISITOR } from "./auth/identity.ts";
import type { Actor } from "./context.ts";
import { permissionDocument } from "./permission-matrix.ts";
import { grants, mayDo, permissionsOf, requirePermission } from "./permissions.ts";

test("the reviewed text of rights is the one the server obeys", async () => {
  const reviewed = await readFile(new URL("../../../docs/reference/permissions.md", import.meta.url), "utf8");

  expect(reviewed, "run npm run docs and review what changed").toBe(permissionDocument());
});

test("a visitor has the public right and no other", () => {
  expect(permissionsOf("public")).toEqual(["public"]);
  expect(PERMISSIONS.filter((permission) => mayDo(VISITOR.actor, permission))).toEqual(["public"]);
});

test("nobody both enters readings and reviews or signs in one role", () => {
  const both = ROLES.filter(
    (role) => grants("task.enter", role) && (grants("review.record", role) || grants("attestation.sign", role)),
  );
  expect(both).toEqual([]);
});

test("operator and regulator reach neither plans with prices nor readings", () => {
  for (const permission of ["commission.plan", "task.read", "review.read", "sample.read"] as const) {
    expect([grants(permission, "operator"), grants(permission, "regulator")]).toEqual([false, false]);
  }
});

test("who is not signed in is told to sign in; who is, that this role may not", () => {
  const analyst: Actor = { ...VISITOR.actor, personId: "per-someone", role: "analyst" };

  expect(() => requirePermission(VISITOR.actor, "commission.read")).toThrow("not-signed-in");
  expect(() => requirePermission(analyst, "commission.create")).toThrow("not-permitted");
  expect(() => requirePermission(analyst, "task.enter")).not.toThrow();
});

test("a person without a membership may use the session and nothing more", () => {
  const newcomer: Actor = { ...VISITOR.actor, personId: "per-newcomer" };

  expect(PERMISSIONS.filter((permission) => mayDo(newcomer, permission))).toEqual(["public", "session.use"]);
});
