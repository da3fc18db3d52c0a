import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import { lotOfReport } from "../../store/traceability/step.ts";
import type { Transaction } from "../../store/transaction.ts";
import { keyOf } from "./key.ts";
import { lotAddress } from "./lot-address.ts";

/** The thing that a key names. A report that the reader may see stands for the lot that it is about. */
export async function thingNamed(tx: Transaction, key: string, ownerId: string | null): Promise<string> {
  const thing = keyOf(key, ownerId);
  const [, gdti] = /^https:\/\/id\.gs1\.org\/253\/([^/?%]+)$/.exec(thing) ?? [];
  const lot = gdti === undefined ? undefined : await lotOfReport(tx, gdti);
  return lot ? canonicalIdentifier(lotAddress(lot.enterprise_id, lot.item)) : thing;
}
