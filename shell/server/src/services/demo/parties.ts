import { ROLES } from "@quanheng/contract/permission.ts";
import { Bilingual, idOf } from "@quanheng/contract/schemas/common.ts";
import { Institution } from "@quanheng/contract/schemas/party.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { z } from "zod";
import { readDataFile } from "../../adapters/data/data-file.ts";
import type { Accounts } from "../../auth/accounts.ts";
import { DEMO_PASSWORD } from "../../auth/demo.ts";
import { asJson } from "../../store/tables/column.ts";
import type { Transaction } from "../../store/transaction.ts";

const Identifiers = z.array(z.object({ scheme: z.string(), value: z.string() }));

const DemoInstitution = Institution.pick({ kind: true, level: true, status: true, name: true, invented: true }).extend({
  id: z.string(),
  parent: z.string().nullable(),
  address: Bilingual,
  identifiers: Identifiers,
});
const DemoEnterprise = z.object({
  id: idOf("ent"),
  name: Bilingual,
  address: Bilingual,
  invented: z.boolean(),
  identifiers: Identifiers,
  gs1Prefix: z.string().regex(/^952\d+$/),
});
const DemoPerson = z.object({
  id: idOf("per"),
  name: Bilingual,
  email: z.string().endsWith(".example"),
  memberships: z.array(z.object({ id: idOf("mem"), role: z.enum(ROLES), party: z.string() })),
});

export type Parties = {
  readonly institutions: readonly z.infer<typeof DemoInstitution>[];
  readonly enterprises: readonly z.infer<typeof DemoEnterprise>[];
  readonly people: readonly z.infer<typeof DemoPerson>[];
};

/** Who takes part in the demonstration, from `data/demo-cluster`. */
export async function readParties(): Promise<Parties> {
  const [institutions, enterprises, people] = await Promise.all([
    readDataFile("demo-cluster/institutions.json"),
    readDataFile("demo-cluster/enterprises.json"),
    readDataFile("demo-cluster/people.json"),
  ]);
  return {
    ...z.object({ institutions: z.array(DemoInstitution) }).parse(institutions),
    ...z.object({ enterprises: z.array(DemoEnterprise) }).parse(enterprises),
    ...z.object({ people: z.array(DemoPerson) }).parse(people),
  };
}

/** Makes an account for each person, all with the password that the sign-in page shows; it is hashed once. */
export async function addDemoAccounts(
  accounts: Accounts,
  people: Parties["people"],
): Promise<ReadonlyMap<string, string>> {
  const passwordHash = await accounts.hash(DEMO_PASSWORD);
  const made = people.map(
    async ({ id, name, email }) => [id, await accounts.add({ email, name: name.en, passwordHash })] as const,
  );
  return new Map(await Promise.all(made));
}

/** Memberships of the demonstration have no end and began before anything it shows. */
const MEMBER_SINCE = "2020-01-01";

/** Writes institutions, enterprises, people and what each is for whom. */
export async function insertParties(
  tx: Transaction,
  { institutions, enterprises, people }: Parties,
  userIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("institution")
    .values(institutions.map((institution) => institutionRow(institution, now)))
    .execute();
  await tx
    .insertInto("enterprise")
    .values(enterprises.map((enterprise) => enterpriseRow(enterprise, now)))
    .execute();
  await tx
    .insertInto("person")
    .values(people.map((person) => personRow(person, userIds, now)))
    .execute();
  await tx
    .insertInto("membership")
    .values(people.flatMap((person) => membershipRows(person, now)))
    .execute();
}

function institutionRow({ name, address, parent, identifiers, ...rest }: Parties["institutions"][number], now: Date) {
  return { ...rest, parent_id: parent, ...namesOf(name, address), identifiers: asJson(identifiers), created_at: now };
}

function enterpriseRow(
  { id, name, address, invented, identifiers, gs1Prefix }: Parties["enterprises"][number],
  now: Date,
) {
  const known = [...identifiers, { scheme: "GS1 company prefix", value: gs1Prefix }];
  return { id, ...namesOf(name, address), country: "CN", invented, identifiers: asJson(known), created_at: now };
}

function personRow({ id, name, email }: Parties["people"][number], userIds: ReadonlyMap<string, string>, now: Date) {
  const userId = userIds.get(id);
  invariant(userId !== undefined, `${id} has an account`);
  return { id, name_zh: name.zh, name_en: name.en, email, user_id: userId, invented: true, created_at: now };
}

function membershipRows({ id: personId, memberships }: Parties["people"][number], now: Date) {
  return memberships.map(({ id, role, party }) => ({
    id,
    person_id: personId,
    role,
    party_kind: party.startsWith("ent-") ? ("enterprise" as const) : ("institution" as const),
    party_id: party,
    valid_from: MEMBER_SINCE,
    valid_to: null,
    created_at: now,
  }));
}

function namesOf(name: z.infer<typeof Bilingual>, address: z.infer<typeof Bilingual>) {
  return { name_zh: name.zh, name_en: name.en, address_zh: address.zh, address_en: address.en };
}
