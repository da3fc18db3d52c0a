import type { DemoPerson } from "@quanheng/contract/schemas/party.ts";

type PartyName = DemoPerson["roles"][number]["partyName"];
export type DemoParty = { readonly party: PartyName; readonly members: readonly DemoPerson[] };

/** People under their first party; enterprises come first, because the journey starts with them. */
export function byParty(people: readonly DemoPerson[]): readonly DemoParty[] {
  const parties = new Map<string, { party: PartyName; members: DemoPerson[] }>();
  for (const person of people) {
    const first = person.roles[0];
    if (!first) continue;
    const group = parties.get(first.partyName.en) ?? { party: first.partyName, members: [] };
    group.members.push(person);
    parties.set(first.partyName.en, group);
  }
  return [...parties.values()].sort((a, b) => rank(a) - rank(b));
}

/** Those whose name, role or party holds the text, in either language. */
export function matching(people: readonly DemoPerson[], text: string): readonly DemoPerson[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return people;
  return people.filter(({ name, roles }) =>
    [name.zh, name.en, ...roles.flatMap(({ role, partyName }) => [role, partyName.zh, partyName.en])].some((part) =>
      part.toLowerCase().includes(wanted),
    ),
  );
}

function rank({ members }: DemoParty): number {
  return members.some(({ roles }) => roles.some(({ role }) => role === "enterprise-user")) ? 0 : 1;
}
