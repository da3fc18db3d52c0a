import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

export type Names = (id: string | null) => Bilingual;
const UNKNOWN: Bilingual = { zh: "—", en: "—" };

/** The names of people by their ids, in one statement. */
export async function personNames(tx: Transaction, ids: readonly (string | null)[]): Promise<Names> {
  const wanted = present(ids);
  if (wanted.length === 0) return () => UNKNOWN;
  const { rows } = await sql<{
    id: string;
    name_zh: string;
    name_en: string;
  }>`SELECT * FROM person_names(${wanted})`.execute(tx);
  return namesOf(rows);
}

/** The names of institutions by their ids. */
export async function institutionNames(tx: Transaction, ids: readonly (string | null)[]): Promise<Names> {
  const wanted = present(ids);
  if (wanted.length === 0) return () => UNKNOWN;
  const rows = await tx
    .selectFrom("institution")
    .select(["id", "name_zh", "name_en"])
    .where("id", "in", wanted)
    .execute();
  return namesOf(rows);
}

/** The names of enterprises the reader may see. */
export async function enterpriseNames(tx: Transaction, ids: readonly (string | null)[]): Promise<Names> {
  const wanted = present(ids);
  if (wanted.length === 0) return () => UNKNOWN;
  const rows = await tx
    .selectFrom("enterprise")
    .select(["id", "name_zh", "name_en"])
    .where("id", "in", wanted)
    .execute();
  return namesOf(rows);
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function namesOf(rows: readonly { readonly id: string; readonly name_zh: string; readonly name_en: string }[]): Names {
  const known = new Map(rows.map(({ id, name_zh, name_en }) => [id, { zh: name_zh, en: name_en }]));
  return (id) => (id === null ? UNKNOWN : (known.get(id) ?? UNKNOWN));
}
