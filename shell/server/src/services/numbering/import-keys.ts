import { takenOver } from "@quanheng/centres/article-numbering/allocation/numbered-kind.ts";
import type { importKeys } from "@quanheng/contract/routes/numbering.ts";
import type { IMPORT_FAULTS, KeyImportOutcome } from "@quanheng/contract/schemas/numbering.ts";
import type { Element } from "@quanheng/formats/gs1/element.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { recordAction } from "../../store/audit.ts";
import { insertNewKeys, knownKeys } from "../../store/numbering/key.ts";
import { inTransaction } from "../../store/transaction.ts";
import { newKey } from "./allocate.ts";
import { ownLicence } from "./licences.ts";

type Row = { readonly value: string; readonly purpose: string };
type Judged = { readonly row: number; readonly given: Row; readonly key: Element | (typeof IMPORT_FAULTS)[number] };

/**
 * Takes over keys that a company used before it came here: all rows, or none where one is bad.
 *
 * @throws Refusal `not-found`, `licence-not-in-force`
 */
export async function importKeysOf(
  context: Context,
  licenceId: Id<"lic">,
  { kind, rows, commit }: z.output<(typeof importKeys)["body"]>,
): Promise<KeyImportOutcome> {
  return inTransaction(context, async (tx) => {
    const licence = await ownLicence(tx, context, licenceId);
    const read = rows.map((given, n) => judge(n + 1, given, takenOver(kind, licence.prefix, given.value)));
    const known = await knownKeys(
      tx,
      read.flatMap(({ key }) => (typeof key === "string" ? [] : [key.value])),
    );
    const judged = withTwins(read, known);
    const bad = judged.flatMap(({ row, given, key }) =>
      typeof key === "string" ? [{ row, value: given.value, fault: key }] : [],
    );
    const good = judged.length - bad.length;
    if (!commit || bad.length > 0 || good === 0) return { id: null, good, bad };
    const id = context.newId("alc");
    const common = { kind, licence_id: licence.id, party_id: licence.party_id, id };
    const kept = await insertNewKeys(
      tx,
      judged.flatMap(({ given, key }, n) =>
        typeof key === "string"
          ? []
          : [
              newKey(
                context,
                { ...common, ...{ ai: key.ai, value: key.value, purpose: given.purpose.trim() } },
                n,
                "imported",
              ),
            ],
      ),
    );
    await recordAction(tx, context, {
      action: "numbering.import",
      subject: id,
      facts: { prefix: licence.prefix, kind, count: kept.size },
    });
    return { id, good: kept.size, bad: [] };
  });
}

function judge(row: number, given: Row, key: Judged["key"]): Judged {
  return { row, given, key: typeof key !== "string" && given.purpose.trim() === "" ? "purpose-missing" : key };
}

/** A key that stands twice in the file, or in the register already, is no new one. */
function withTwins(rows: readonly Judged[], known: ReadonlySet<string>): readonly Judged[] {
  const seen = new Set<string>();
  return rows.map((judged) => {
    const { key } = judged;
    if (typeof key === "string") return judged;
    if (known.has(key.value)) return { ...judged, key: "taken" };
    if (seen.has(key.value)) return { ...judged, key: "twice" };
    seen.add(key.value);
    return judged;
  });
}
