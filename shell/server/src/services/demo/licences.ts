import { takenOver } from "@quanheng/centres/article-numbering/allocation/numbered-kind.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { dayOf } from "../../china-time.ts";
import { insertNewKeys, type NewKey } from "../../store/numbering/key.ts";
import { insertLicence } from "../../store/numbering/licence.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Parties } from "./parties.ts";

/** The prefix under which all institutions of the demonstration have their numbers; the cluster holds it. */
const CLUSTER = { prefix: "9520001", party: "ins-cluster" } as const;

/**
 * Licences of the prefixes that the demonstration's parties use, with the numbers that are in use already: the places,
 * and the types of document that reports take from them.
 */
export async function insertLicences(
  tx: Transaction,
  { institutions, enterprises, people }: Parties,
  now: Date,
): Promise<void> {
  const operator = people.find(({ memberships }) => memberships.some(({ role }) => role === "operator"))?.id ?? null;
  const from = dayOf(now);
  const term = { valid_from: from, valid_to: `${Number(from.slice(0, 4)) + 5}-01-01`, granted_at: now };
  const common = { demonstration: true, granted_by: operator, ...term };
  const holders = [
    ...(institutions.some(({ id }) => id === CLUSTER.party) ? [CLUSTER] : []),
    ...enterprises.map(({ id, gs1Prefix }) => ({ prefix: gs1Prefix, party: id })),
  ];
  for (const { prefix, party } of holders) {
    const kind = party.startsWith("ins-") ? ("institution" as const) : ("enterprise" as const);
    await insertLicence(tx, { id: `lic-${prefix}`, prefix, party_kind: kind, party_id: party, ...common });
  }
  if (operator === null) return;
  const glns = [...institutions, ...enterprises].flatMap(({ name, identifiers }) =>
    identifiers.filter(({ scheme }) => scheme === "GLN").map(({ value }) => ({ value, purpose: name.zh })),
  );
  const keys = glns.flatMap(({ value, purpose }) => {
    const holder = holders.find(({ prefix }) => value.startsWith(prefix));
    return holder ? (["GLN", "GDTI"] as const).map((kind) => ({ kind, value, purpose, ...holder })) : [];
  });
  await insertNewKeys(
    tx,
    keys.map(({ kind, value, purpose, prefix, party }, position): NewKey => {
      const key = takenOver(kind, prefix, value);
      invariant(typeof key !== "string", `${value} is a number of ${prefix}`);
      return {
        ...{ ...key, kind, licence_id: `lic-${prefix}`, party_id: party, purpose, origin: "imported" },
        ...{ allocation_id: `alc-demo${prefix}`, position, allocated_by: operator, allocated_at: now },
      };
    }),
  );
}
