import { refuse } from "@quanheng/flow/selection/library/refusals.ts";
import { readScopeLine } from "@quanheng/flow/selection/scope/read-scope-line.ts";
import type { FileScopeLine } from "@quanheng/flow/selection/scope/scope-difference.ts";
import { SCOPE_FIELDS, type ScopeField } from "@quanheng/flow/selection/scope/scope-line.ts";
import type { SheetRow } from "../../../adapters/sheet/read-sheet.ts";

/** Lines of one scope; accredited scopes of large houses have some thousands. */
const MOST_LINES = 20_000;
const NEEDED: readonly ScopeField[] = ["method", "characteristic", "objectZh", "validFrom", "validTo"];
const plain = (name: string) => name.replaceAll(/[\s_-]/g, "").toLowerCase();

/**
 * Reads the rows of a scope file, the first of which names its columns.
 *
 * @param characteristics the unit of each characteristic that the library knows, null where it has none
 * @throws Refusal `import-empty`, `import-columns`, `import-too-long`
 */
export function readScopeFile(
  rows: readonly SheetRow[],
  name: string,
  characteristics: ReadonlyMap<string, string | null>,
): readonly FileScopeLine[] {
  const [header, ...body] = rows;
  if (!header || body.length === 0) return refuse("import-empty", { name });
  if (body.length > MOST_LINES) refuse("import-too-long", { given: body.length, max: MOST_LINES });
  const columns = header.cells.map((cell) => SCOPE_FIELDS.find((field) => plain(field) === plain(cell)) ?? null);
  const unknown = header.cells.filter((cell, at) => cell !== "" && columns[at] === null).slice(0, 20);
  const missing = NEEDED.filter((field) => !columns.includes(field));
  const twice = columns.filter((field, at) => field !== null && columns.indexOf(field) !== at);
  if (unknown.length > 0 || missing.length > 0 || twice.length > 0)
    refuse("import-columns", { unknown: [...unknown, ...twice.filter((field) => field !== null)], missing });
  return body.map(({ line: at, cells }) => {
    const texts: Partial<Record<ScopeField, string>> = {};
    for (const [place, field] of columns.entries()) if (field !== null) texts[field] = cells[place] ?? "";
    return { at, texts, ...readScopeLine(texts, characteristics) };
  });
}
