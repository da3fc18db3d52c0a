import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { digitalLink } from "@quanheng/formats/gs1/digital-link.ts";
import { CANONICAL_STEM } from "@quanheng/formats/gs1/link/write.ts";
import { VOCABULARY } from "@quanheng/formats/gs1/vocabulary/link-type.ts";
import { findPublic } from "../../store/attestation.ts";
import { institutionOfGln } from "../../store/numbering/institution-gln.ts";
import type { Transaction } from "../../store/transaction.ts";

/** Keys that the platform itself gives to what it makes: reports and the institutions that issue them. */
const OF_THE_HOUSE = /^\/(253|414|417)\/([A-Za-z0-9._~-]+)$/;

/** Whether the platform may know a path without anybody having set links for it. */
export function mayBeOfTheHouse(path: string): boolean {
  return OF_THE_HOUSE.test(path);
}

/**
 * Where a key of the platform's own leads: a report to the page that verifies it, an institution to its page and keys.
 *
 * @param origin the platform's public address
 * @source GS1 Web Vocabulary, `gs1:certificationInfo`, `gs1:verificationService`, `gs1:registryEntry`
 */
export async function houseItem(tx: Transaction, origin: string, path: string): Promise<ResolverItem | undefined> {
  const [, ai, value = ""] = OF_THE_HOUSE.exec(path) ?? [];
  return ai === "253" ? reportItem(tx, origin, path, value) : institutionItem(tx, origin, path, value);
}

async function reportItem(
  tx: Transaction,
  origin: string,
  path: string,
  gdti: string,
): Promise<ResolverItem | undefined> {
  const row = await findPublic(tx, gdti);
  if (row?.gdti !== gdti) return undefined;
  const { number } = row;
  const key = encodeURIComponent(digitalLink("https://id.gs1.org", { ai: "253", value: gdti }));
  const address = `${origin}/verify/${encodeURIComponent(gdti)}`;
  const page = { href: address, title: number, type: "text/html", hreflang: ["zh", "en"] };
  const data = {
    href: `${origin}/api/public/statements/${encodeURIComponent(gdti)}`,
    title: number,
    type: "application/json",
  };
  return {
    path,
    description: number,
    withdrawn: false,
    links: {
      [`${VOCABULARY}defaultLink`]: [{ href: address, title: number }],
      [`${VOCABULARY}certificationInfo`]: [page, data],
      [`${VOCABULARY}verificationService`]: [page],
      // Where the goods of the report went, for those who may see the events.
      [`${VOCABULARY}epcis`]: [{ href: eventsOf(origin, path), title: number, type: "application/ld+json" }],
      // Both ask who it is: what is on record about the lot is for those with whom its owner shares it.
      [`${VOCABULARY}traceability`]: [
        { href: `${origin}/traceability?key=${key}`, title: number, type: "text/html", hreflang: ["zh", "en"] },
      ],
    },
  };
}

function eventsOf(origin: string, path: string): string {
  return `${origin}/api/epcis/epcs/${encodeURIComponent(`${CANONICAL_STEM}${path}`)}/events`;
}

async function institutionItem(
  tx: Transaction,
  origin: string,
  path: string,
  gln: string,
): Promise<ResolverItem | undefined> {
  const row = await institutionOfGln(tx, gln);
  if (!row) return undefined;
  const title = `${row.name_zh} ${row.name_en}`;
  const address = `${origin}/library/institutions/${encodeURIComponent(row.id)}`;
  return {
    path,
    description: title,
    withdrawn: false,
    links: {
      [`${VOCABULARY}defaultLink`]: [{ href: address, title }],
      [`${VOCABULARY}registryEntry`]: [{ href: address, title, type: "text/html", hreflang: ["zh", "en"] }],
    },
  };
}
