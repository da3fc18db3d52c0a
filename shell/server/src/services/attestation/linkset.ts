import { reportUrl } from "@quanheng/formats/report/gdti.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findPublic } from "../../store/attestation.ts";
import { reading } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";

export type Linkset = { readonly linkset: readonly Readonly<Record<string, unknown>>[] };

/**
 * Where the code on a report leads: the page that verifies it, and what machines ask instead.
 *
 * @throws Refusal `statement-unknown`
 * @source RFC 9264, 4.2; GS1-Conformant resolver standard 1.1.0, "Linkset"; GS1 Web Vocabulary, `gs1:certificationInfo`
 */
export async function linksetOf(context: Context, { origin }: PublicNames, gdti: string): Promise<Linkset> {
  const row = await reading(context, (tx) => findPublic(tx, gdti));
  if (row?.gdti !== gdti) return refuse("statement-unknown", { needle: gdti });
  const page = {
    href: `${origin}/verify/${encodeURIComponent(gdti)}`,
    title: row.number,
    type: "text/html",
    hreflang: ["zh", "en"],
  };
  const data = {
    href: `${origin}/api/public/statements/${encodeURIComponent(gdti)}`,
    title: row.number,
    type: "application/json",
  };
  return {
    linkset: [
      {
        anchor: reportUrl(origin, gdti),
        "https://ref.gs1.org/voc/defaultLink": [page],
        "https://ref.gs1.org/voc/certificationInfo": [page, data],
      },
    ],
  };
}
