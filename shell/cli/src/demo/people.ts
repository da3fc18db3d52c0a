import type { Role } from "@quanheng/contract/permission.ts";
import { demoPeople } from "@quanheng/contract/routes/session.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { Visitor } from "./visitor.ts";

/** Finds and signs in the people of the demonstration by what they are; each keeps a session of their own. */
export type People = {
  as(role: Role, party: Party, number?: number): Promise<Visitor>;
};
/** A party by its id and the name that the sign-in page shows. */
export type Party = { readonly id: string; readonly name: Bilingual };

export async function openPeople(url: string): Promise<People> {
  const { people } = await new Visitor(url).call(demoPeople, {});
  const signedIn = new Map<string, Promise<Visitor>>();
  return {
    as(role, party, number = 0) {
      const fitting = people.filter(({ roles }) =>
        roles.some((each) => each.role === role && each.partyName.zh === party.name.zh),
      );
      const person = fitting[number];
      invariant(person, `the demonstration has a person who is ${role} of ${party.name.en}`);
      const key = `${person.id} ${role}`;
      const known = signedIn.get(key) ?? signIn(url, person.id, role, party.id);
      signedIn.set(key, known);
      return known;
    },
  };
}

async function signIn(url: string, personId: string, role: Role, partyId: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  await visitor.signIn(personId, role, partyId);
  return visitor;
}

/** An enterprise of the demonstration with one of its people signed in. */
export type Client = { readonly visitor: Visitor; readonly name: Bilingual };

/** Signs in the person who commissions for an enterprise. */
export async function openClient(url: string, personId: string): Promise<Client> {
  const { people } = await new Visitor(url).call(demoPeople, {});
  const person = people.find(({ id }) => id === personId);
  const party = person?.roles.find(({ role }) => role === "enterprise-user")?.partyName;
  invariant(person && party, `the demonstration has ${personId}, who commissions for an enterprise`);
  const visitor = new Visitor(url);
  await visitor.signIn(person.id, "enterprise-user", "");
  return { visitor, name: party };
}
