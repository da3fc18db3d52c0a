import { readRequirement } from "../read-requirement.ts";
import type { RequirementRow } from "../requirement.ts";

/** The project's data files; `read` gives the text of a file by its path below `data/`. */
export type ProjectData = { readonly file: (path: string) => unknown; readonly rows: readonly RequirementRow[] };

export function projectData(read: (path: string) => string): ProjectData {
  const file = (path: string): unknown => JSON.parse(read(path));
  const { products } = file("requirements/products.json") as { products: readonly { id: string }[] };
  const rows = products
    .flatMap(({ id }) => (file(`requirements/rows/${id}.json`) as { rows: unknown[] }).rows)
    .map(readRequirement);
  return { file, rows };
}
