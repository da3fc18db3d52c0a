import type { Role } from "@quanheng/contract/permission.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Kysely } from "kysely";
import type { Actor } from "../context.ts";
import type { Tables } from "../store/tables.ts";

/** The small cluster of every workbench: two laboratories, two clients, the cluster itself and the regulator. */
const INSTITUTIONS = {
  "ins-sugarlab": { kind: "testing", level: "national", zh: "测试糖检中心", en: "Test Sugar Laboratory" },
  "ins-otherlab": { kind: "testing", level: "regional", zh: "测试另一中心", en: "Test Other Laboratory" },
  "ins-cluster": { kind: "cluster", level: null, zh: "测试集聚区", en: "Test Cluster" },
  "ins-regulator": { kind: "regulator", level: "authority", zh: "测试监管局", en: "Test Regulator" },
} as const;
const ENTERPRISES = {
  "ent-mill": { zh: "测试糖厂", en: "Test Sugar Mill" },
  "ent-smelter": { zh: "测试铝厂", en: "Test Aluminium Works" },
} as const;

export type TestParty = keyof typeof INSTITUTIONS | keyof typeof ENTERPRISES;
type Position = Exclude<Role, "public">;

/** Who works where; each position is held by two persons, so that four eyes can be found. The first party is the usual one. */
const POSITIONS: Readonly<Record<Position, readonly TestParty[]>> = {
  "enterprise-user": ["ent-mill", "ent-smelter"],
  analyst: ["ins-sugarlab", "ins-otherlab"],
  reviewer: ["ins-sugarlab", "ins-otherlab"],
  signatory: ["ins-sugarlab", "ins-otherlab"],
  "standards-engineer": ["ins-cluster"],
  operator: ["ins-cluster"],
  regulator: ["ins-regulator"],
};

const SINCE = "2026-01-01";

/**
 * The actor of a workbench: the first or second person in a role, for the usual party or a named one.
 *
 * @example actorOf("analyst", "ins-otherlab", 2)
 */
export function actorOf(role: Role, party?: TestParty, number: 1 | 2 = 1): Actor {
  if (role === "public") {
    return { personId: null, name: null, membershipId: null, role, partyKind: null, partyId: null };
  }
  const partyId = party ?? POSITIONS[role][0];
  invariant(partyId && POSITIONS[role].includes(partyId), `${role} is a position at ${partyId}`);
  const body = `${role.replaceAll("-", "")}${partyId.slice(4)}${number}`;
  return {
    personId: `per-${body}` satisfies Id<"per">,
    name: nameOf(role, number),
    membershipId: `mem-${body}` satisfies Id<"mem">,
    role,
    partyKind: partyId.startsWith("ins-") ? "institution" : "enterprise",
    partyId,
  };
}

/** Fills the template database. */
export async function insertPeople(owner: Kysely<Tables>): Promise<void> {
  const common = {
    address_zh: null,
    address_en: null,
    invented: true,
    identifiers: "[]",
    created_at: `${SINCE}T00:00:00Z`,
  };
  const institutions = Object.entries(INSTITUTIONS).map(([id, { kind, level, zh, en }]) => {
    return { id, kind, level, name_zh: zh, name_en: en, status: "active" as const, parent_id: null, ...common };
  });
  const enterprises = Object.entries(ENTERPRISES).map(([id, { zh, en }]) => {
    return { id, name_zh: zh, name_en: en, country: "CN", ...common };
  });
  await owner.insertInto("institution").values(institutions).execute();
  await owner.insertInto("enterprise").values(enterprises).execute();
  const actors = (Object.keys(POSITIONS) as Position[]).flatMap((role) =>
    POSITIONS[role].flatMap((party) => [actorOf(role, party, 1), actorOf(role, party, 2)]),
  );
  await owner.insertInto("person").values(actors.map(personOf)).execute();
  await owner.insertInto("membership").values(actors.map(membershipOf)).execute();
}

function personOf({ personId, name }: Actor) {
  const email = `${personId!.slice(4)}@example.org`;
  return {
    id: personId!,
    name_zh: name!.zh,
    name_en: name!.en,
    email,
    user_id: null,
    invented: true,
    created_at: `${SINCE}T00:00:00Z`,
  };
}

function membershipOf({ membershipId, personId, role, partyKind, partyId }: Actor) {
  return {
    id: membershipId!,
    person_id: personId!,
    role,
    party_kind: partyKind!,
    party_id: partyId!,
    valid_from: SINCE,
    valid_to: null,
    created_at: `${SINCE}T00:00:00Z`,
  };
}

function nameOf(role: Position, number: 1 | 2): Bilingual {
  return { zh: `测试员${role}${number}`, en: `Test ${role} ${number}` };
}
