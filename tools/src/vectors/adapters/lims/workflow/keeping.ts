import { createHash } from "node:crypto";
import { draw, holdingOf, holdingText } from "@quanheng/flow/determination/aliquot.ts";
import { type LimitRow, limitRow } from "@quanheng/flow/determination/limit-row.ts";
import {
  declareSignature,
  type Proof,
  type RecordSignature,
  type SignatureMeaning,
  type Signer,
  signRecord,
} from "@quanheng/flow/determination/record-signature.ts";
import { listDifference, type RecordVersions, withVersion } from "@quanheng/flow/determination/record-versions.ts";
import {
  duplicateSlot,
  fillTemplate,
  templateTests,
  type WorksheetTemplate,
} from "@quanheng/flow/determination/work/worksheet-template.ts";
import { type ReagentLot, withdraw } from "@quanheng/flow/surveillance/reagent-lot.ts";
import { parseQuantity, type Quantity } from "@quanheng/kernel/quantity/parse-quantity.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { differs, type Members, texts } from "../case.ts";

/** Runs a step; the refusal where there is one. */
function refusalOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

/** The row of a table of limits for the method that a step assigns. */
export function limitRows(given: Members, [step = ""]: readonly string[], expect: Members): string | undefined {
  const rows = (given["rows"] as readonly (readonly [string, string | null, string, string])[]).map(
    ([analyte, method, min, max]): LimitRow => ({ analyte, method, min, max }),
  );
  const [, method = "None"] = /^assign (.+)$/.exec(step) ?? [];
  const find = () => limitRow(rows, rows[0]?.analyte ?? "", method === "None" ? null : method);
  if ("error" in expect) return differs({ error: refusalOf(find) }, expect);
  const row = find();
  return differs({ range: [row?.min, row?.max] }, expect);
}

/** Corrections and edits of a record. */
export function versions(steps: readonly string[], expect: Members): string | undefined {
  let all: RecordVersions<string> = [];
  const meta = { actor: "u1", roles: ["analyst"], time: "2026-03-16T09:00:00Z" };
  const add = (reason: string | null) => {
    all = withVersion(all, `content ${all.length}`, { ...meta, reason });
  };
  if (steps[0] !== "create") add(null);
  const allowed = steps.map((step) => {
    const reason = step.includes("without") || step === "create" ? null : "wrong unit";
    return refusalOf(() => add(reason)) === undefined;
  });
  const numbers = all.map(({ number }) => number);
  const found = {
    allowed,
    versions: typeof expect["versions"] === "number" ? numbers.length : numbers,
    meta: texts(expect["meta"]).filter((name) => name in (all[0]?.meta ?? {})),
  };
  return differs(found, expect);
}

export function difference(given: Members, expect: Members): string | undefined {
  return differs(listDifference(texts(given["v1"]), texts(given["v2"])), expect);
}

/** Declarations and signatures, with right and wrong passwords. */
export function signatures(given: Members, steps: readonly string[], expect: Members): string | undefined {
  let signer: Signer = { personId: "u1", printedName: "Wei Chen", declared: given["declared"] !== false };
  const digest = createHash("sha256").update("the version as it is signed").digest("hex");
  const made: RecordSignature[] = [];
  const allowed = steps.map((step) => {
    const proof: Proof = { authenticated: !step.includes("wrong password"), method: "password", client: "browser" };
    if (step.startsWith("declare")) {
      return (
        refusalOf(() => {
          signer = declareSignature(signer, proof);
        }) === undefined
      );
    }
    const act = { meaning: meaningOf(step), reason: reasonOf(step), digest, at: "2026-03-16T09:00:00Z" };
    return refusalOf(() => made.push(signRecord(signer, proof, act))) === undefined;
  });
  const [signature] = made;
  const bound = signature?.digest === digest ? "sha256 of the signed version" : signature?.digest;
  const fields = texts(expect["fields"]).filter((name) => signature !== undefined && name in signature);
  return differs({ allowed, bound, fields }, expect);
}

function meaningOf(step: string): SignatureMeaning {
  return step.includes("REJECTED") ? "rejected" : "authored";
}

function reasonOf(step: string): string | null {
  return /'([^']*)'/.exec(step)?.[1] ?? null;
}

/** Portions drawn from a sample until nothing is left. */
export function aliquots(given: Members, steps: readonly string[], expect: Members): string | undefined {
  let holding = holdingOf(quantity(String(given["parent"])));
  const allowed: boolean[] = [];
  const parent = steps.map((step) => {
    const refusal = refusalOf(() => {
      holding = draw(holding, quantity(step.replace(/^draw /, "")));
    });
    allowed.push(refusal === undefined);
    return refusal === "quantity-depleted" ? "depleted" : holdingText(holding);
  });
  return differs({ allowed, parent }, expect);
}

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(`no quantity: ${text}`);
  return parsed.quantity;
}

const TODAY = "2026-03-16";

/** Lots that are expired, discarded, or hold less than is asked for. */
export function lots(given: Members, steps: readonly string[], expect: Members): string | undefined {
  const shelf = texts(given["lots"]).map((state): ReagentLot => {
    const [, left] = /^(.+) left$/.exec(state) ?? [];
    return {
      lot: state,
      expiresOn: state === "expired" ? "2026-03-15" : "2027-03-15",
      discarded: state === "discarded",
      holding: holdingOf(quantity(left ?? "10 mL")),
    };
  });
  const allowed = steps.map((step) => {
    const [, wanted = ""] = /^use (.+)$/.exec(step) ?? [];
    const named = shelf.find(({ lot }) => lot === wanted);
    const lot = named ?? shelf.find((each) => each.lot.endsWith(" left"));
    const amount = named ? "1 mL" : wanted;
    return lot !== undefined && refusalOf(() => withdraw(lot, quantity(amount), TODAY)) === undefined;
  });
  return differs({ allowed }, expect);
}

/** Slots 1, 2, 4 samples, 3 a duplicate of 1, 5 of 4, 6 a control, 7 a blank. */
const LAYOUT: WorksheetTemplate = [
  { kind: "sample" },
  { kind: "sample" },
  { kind: "duplicate", of: 1 },
  { kind: "sample" },
  { kind: "duplicate", of: 4 },
  { kind: "control" },
  { kind: "blank" },
];

export function template(given: Members, expect: Members): string | undefined {
  if (Array.isArray(given["freeSlot5"])) {
    const slot = (given["freeSlot5"] as readonly boolean[]).map((isFree) =>
      duplicateSlot(LAYOUT, 4, isFree ? [] : [5]),
    );
    return differs({ slot }, expect);
  }
  if (Array.isArray(given["template"])) {
    return differs(templateTests(texts(given["sample"]), texts(given["template"])), expect);
  }
  return differs(fillTemplate(LAYOUT, Number(given["samples"]), { control: false, blank: false }), expect);
}
