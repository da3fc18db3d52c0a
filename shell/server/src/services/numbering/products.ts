import { dataQuality, type ProductData } from "@quanheng/centres/article-numbering/products/data-quality.ts";
import type { recordProduct } from "@quanheng/contract/routes/numbering.ts";
import type { Product } from "@quanheng/contract/schemas/numbering.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { findKey } from "../../store/numbering/key.ts";
import { insertProduct, newestVersion, type ProductRow, productPage } from "../../store/numbering/product.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

/** What is known of a product before anything was said. */
const NOTHING: ProductData = {
  nameZh: "",
  nameEn: "",
  brand: "",
  netContent: "",
  gpc: "",
  hs: "",
  markets: [],
  imageUrl: "",
};

/** Products behind the GTINs of the reader's party. */
export async function pageProducts(context: Context, ask: PageAsk): Promise<PageOf<Product>> {
  return reading(context, async (tx) => {
    const page = await productPage(tx, ask);
    return { items: page.items.map(view), next: page.next };
  });
}

function view({ gtin, purpose, version, data }: ProductRow): Product {
  const known = { ...NOTHING, ...(data as Partial<ProductData> | null) };
  const { score, missing, wrong } = dataQuality(known);
  return {
    ...{ gtin, purpose, version },
    data: { ...known, markets: [...known.markets] },
    quality: { score, missing: [...missing], wrong: [...wrong] },
  };
}

/**
 * Says what stands behind a GTIN, as a new version.
 *
 * @throws Refusal `not-found`, `key-withdrawn`, `record-newer`
 */
export async function recordProductOf(
  context: Context,
  { gtin, version, data }: z.output<(typeof recordProduct)["body"]>,
): Promise<Product> {
  return inTransaction(context, async (tx) => {
    const key = (await findKey(tx, "01", gtin)) ?? refuse("not-found");
    if (key.withdrawn) refuse("key-withdrawn", { value: gtin });
    const { personId, partyId } = context.actor;
    invariant(personId && partyId, "who records is somebody of a party");
    const newest = await newestVersion(tx, gtin);
    const record = { gtin, version: version + 1, party_id: partyId, data, recorded_by: personId };
    if (newest !== version || !(await insertProduct(tx, { ...record, recorded_at: context.now() })))
      refuse("record-newer", { of: gtin, version: newest });
    await recordAction(tx, context, {
      action: "numbering.product",
      subject: `(01)${gtin}`,
      facts: { version: version + 1 },
    });
    return view({ gtin, purpose: key.purpose, version: version + 1, data });
  });
}
