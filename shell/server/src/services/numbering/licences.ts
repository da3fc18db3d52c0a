import { forecast } from "@quanheng/centres/article-numbering/allocation/forecast.ts";
import {
  capacityOf,
  NUMBERED_KINDS,
  type NumberedKind,
} from "@quanheng/centres/article-numbering/allocation/numbered-kind.ts";
import type { Licence } from "@quanheng/contract/schemas/numbering.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { enterpriseNames, institutionNames } from "../../store/names.ts";
import { findLicence, type LicenceRow, licences, usedNumbers } from "../../store/numbering/licence.ts";
import { reading, type Transaction } from "../../store/transaction.ts";

/** Time over which the pace of a range is measured. [d] */
const PACE_DAYS = 90;
const DAY_MS = 86_400_000;

/** Licences that the reader may see; how far their ranges are used only for the reader's own. */
export async function listLicences(context: Context): Promise<{ items: Licence[] }> {
  return reading(context, async (tx) => {
    const rows = await licences(tx);
    const used = await usedNumbers(tx, new Date(context.now().getTime() - PACE_DAYS * DAY_MS));
    const nameOf = await partyNames(tx, rows);
    return {
      items: rows.map((row) => ({
        id: row.id as Licence["id"],
        prefix: row.prefix,
        partyId: row.party_id,
        partyName: nameOf(row),
        demonstration: row.demonstration,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        inForce: isInForce(row, today(context)),
        series: row.party_id === context.actor.partyId ? seriesOf(row, used) : [],
      })),
    };
  });
}

function seriesOf({ id, prefix }: LicenceRow, used: Awaited<ReturnType<typeof usedNumbers>>): Licence["series"] {
  return NUMBERED_KINDS.flatMap((kind: NumberedKind) => {
    const drawn = used.find((each) => each.licence_id === id && each.kind === kind);
    if (!drawn) return [];
    return [
      {
        kind,
        ...forecast({ capacity: capacityOf(kind, prefix), used: drawn.used, recent: drawn.recent, days: PACE_DAYS }),
      },
    ];
  });
}

/** Half-open, like every period here. */
export function isInForce({ valid_from, valid_to }: Pick<LicenceRow, "valid_from" | "valid_to">, day: string): boolean {
  return valid_from <= day && day < valid_to;
}

/**
 * A licence of the acting party that numbers may be drawn from today.
 *
 * @throws Refusal `not-found` for one of somebody else, `licence-not-in-force`
 */
export async function ownLicence(tx: Transaction, context: Context, id: string): Promise<LicenceRow> {
  const licence = await findLicence(tx, id);
  if (licence?.party_id !== context.actor.partyId || licence === undefined) return refuse("not-found");
  if (!isInForce(licence, today(context)))
    return refuse("licence-not-in-force", {
      prefix: licence.prefix,
      from: licence.valid_from,
      until: licence.valid_to,
    });
  return licence;
}

/** Names of parties of either kind. */
export async function partyNames(
  tx: Transaction,
  parties: readonly { readonly party_kind: string; readonly party_id: string }[],
) {
  const idsOf = (kind: string) =>
    parties.filter(({ party_kind }) => party_kind === kind).map(({ party_id }) => party_id);
  const institution = await institutionNames(tx, idsOf("institution"));
  const enterprise = await enterpriseNames(tx, idsOf("enterprise"));
  return ({ party_kind, party_id }: { readonly party_kind: string; readonly party_id: string }) =>
    party_kind === "institution" ? institution(party_id) : enterprise(party_id);
}
