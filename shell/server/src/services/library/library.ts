import type { listInstitutions, Market, Product } from "@quanheng/contract/routes/library.ts";
import type { Accreditation, Institution, ScopeLine } from "@quanheng/contract/schemas/party.ts";
import { isEffective } from "@quanheng/flow/selection/applicable.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import {
  accreditationsOf,
  findInstitution,
  firstScopeLines,
  type InstitutionRow,
  institutionPage,
} from "../../store/institution.ts";
import { offeredCharacteristics } from "../../store/offer.ts";
import type { PageOf } from "../../store/page.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { requirementsAsKnown } from "../../store/requirement.ts";
import type { ScopeLineRow } from "../../store/scope-import.ts";
import { reading } from "../../store/transaction.ts";

export async function listMarkets(context: Context): Promise<{ items: z.infer<typeof Market>[] }> {
  return reading(context, async (tx) => {
    const { markets, acceptance } = await readReference(tx);
    return { items: acceptance.markets.map(({ code, name }) => ({ code, name: markets.get(code)?.name ?? name })) };
  });
}

/** Products with the markets and claims that their requirements in force know. */
export async function listProducts(context: Context): Promise<{ items: z.infer<typeof Product>[] }> {
  return reading(context, async (tx) => {
    const [reference, offered] = [await readReference(tx), await offeredCharacteristics(tx, today(context))];
    const rows = (await requirementsAsKnown(tx, {}, context.now())).filter(({ effective }) =>
      isEffective(effective, today(context)),
    );
    return {
      items: [...reference.products.values()].map(({ id, name, centre }) => {
        const own = rows.filter(({ product }) => product === id);
        const claims = new Map<string, { market: string; key: string; values: Set<string> }>();
        for (const { market, variant } of own) {
          for (const [key, value] of Object.entries(variant ?? {})) {
            const entry = claims.get(`${market}.${key}`) ?? { market, key, values: new Set<string>() };
            entry.values.add(value);
            claims.set(`${market}.${key}`, entry);
          }
        }
        return {
          id,
          name,
          centre,
          markets: [...new Set(own.map(({ market }) => market))].sort(),
          claims: [...claims.values()].map(({ market, key, values }) => ({ market, key, values: [...values] })),
          offered: own.some(({ characteristic }) => offered.has(characteristic)),
        };
      }),
    };
  });
}

export async function pageInstitutions(
  context: Context,
  query: z.output<(typeof listInstitutions)["query"]>,
): Promise<PageOf<Institution>> {
  return reading(context, (tx) => institutionPage(tx, query, institutionView));
}

/**
 * One institution with its accreditations, scope and what belongs to it.
 *
 * @throws Refusal `not-found`
 */
export async function getInstitution(context: Context, id: string) {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const found = (await findInstitution(tx, id)) ?? refuse("not-found");
    const [accreditations, scope] = [await accreditationsOf(tx, id), await firstScopeLines(tx, id)];
    return {
      ...institutionView(found.institution),
      accreditations: accreditations.map(
        (row): z.infer<typeof Accreditation> => ({
          id: row.id,
          body: row.body,
          number: row.number,
          arrangement: row.arrangement,
          validFrom: row.valid_from,
          validTo: row.valid_to,
        }),
      ),
      scope: scope.map((row) => scopeLineView(row, reference)),
      children: found.children.map(institutionView),
    };
  });
}

export function scopeLineView(row: ScopeLineRow, reference: Reference): z.infer<typeof ScopeLine> {
  return {
    id: row.id as z.infer<typeof ScopeLine>["id"],
    method: row.method,
    characteristic: row.characteristic,
    characteristicName: reference.nameOf(row.characteristic),
    object: { zh: row.object_zh, en: row.object_en },
    rangeMin: row.range_min,
    rangeMax: row.range_max,
    unit: row.unit,
    cmc: row.cmc,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function institutionView(row: InstitutionRow): Institution {
  return {
    id: row.id as Institution["id"],
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    status: row.status,
    level: row.level,
    parentId: row.parent_id as Institution["parentId"],
    address: row.address_zh === null ? null : { zh: row.address_zh, en: row.address_en ?? row.address_zh },
    invented: row.invented,
    identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
  };
}
