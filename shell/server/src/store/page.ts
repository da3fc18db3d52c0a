/** One page of a list and where the next begins. */
export type PageOf<Item> = { readonly items: Item[]; readonly next: string | null };
export type PageAsk = { readonly after?: string | undefined; readonly limit: number };

/** The place after a row, as opaque text: the values of the sort columns. */
export function cursorOf(...values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values), "utf8").toString("base64url");
}

/** The values in a cursor; a cursor that is not ours starts at the beginning. */
export function readCursor(cursor: string | undefined, count: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(values) && values.length === count && values.every((value) => typeof value === "string")
      ? (values as string[])
      : undefined;
  } catch {
    return undefined;
  }
}

/** A cursor of instant and id; one that does not begin with an instant starts at the beginning. */
export function instantCursor(cursor: string | undefined): readonly [instant: string, id: string] | undefined {
  const [instant, id] = readCursor(cursor, 2) ?? [];
  if (instant === undefined || id === undefined) return undefined;
  const time = Date.parse(instant);
  return !Number.isNaN(time) && new Date(time).toISOString() === instant ? [instant, id] : undefined;
}

/** Cuts the one row too many that tells whether there is more. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => string,
): PageOf<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(item), next: last === undefined ? null : cursor(last) };
}

/** A search text as a pattern for ILIKE: what the reader typed stands for itself. */
export function contains(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
