import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { quantityFaults } from "@quanheng/formats/dcc/structure.ts";
import { attributeOf, elementsOf } from "@quanheng/formats/xml/node.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import type { CaseResult } from "../../adapter.ts";

const SI = "https://ptb.de/si";

/**
 * Every quantity of an example file is built as D-SI says. Those of the class IMPROVABLE show what is to be improved,
 * forms of values among it, so that only their reading is judged.
 */
export function quantityCases(path: string): readonly CaseResult[] {
  const file = basename(path);
  const isImprovable = file.includes("IMPROVABLE");
  return elementsOf(readXml(readFileSync(path)).root).flatMap((test) =>
    elementsOf(test)
      .filter(({ namespace }) => namespace === SI)
      .map((quantity) => {
        const faults = quantityFaults(quantity);
        const isRead = faults.every(({ code }) => code === "dcc-value-wrong");
        const id = `${file} ${attributeOf(test, "id") ?? ""} ${quantity.local}`;
        return { id, ok: isImprovable ? isRead : faults.length === 0, message: JSON.stringify(faults[0]) };
      }),
  );
}
