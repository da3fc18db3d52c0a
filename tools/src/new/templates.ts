export type NewFile = { readonly path: string; readonly text: string };

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A method: its formula, what the platform has to know about it, and a test that fails until the published numbers are in it. */
export function methodFiles(place: string, name: string): readonly NewFile[] {
  const folder = `core/centres/src/${place}`;
  const up = "../".repeat(place.split("/").length);
  const fn = camel(name);
  const laboratory = place.split("/").at(-1) ?? place;
  return [
    {
      path: `${folder}/${name}.ts`,
      text: `import { refuse } from "./refusals.ts";

/**
 * Loss of mass of one portion: 100·(m₀ − m₁)/m₀. Write here what the method determines and its formula as the document
 * prints it.
 *
 * @param beforeG mass before [g]
 * @param afterG mass after [g]
 * @returns loss [%]
 * @throws Refusal \`outside-method-range\` for a portion that became heavier
 * @example ${fn}(5, 4.75) // → 5.0 (100·0.25/5; put the printed example here)
 * @source document, edition, clause
 */
export function ${fn}(beforeG: number, afterG: number): number {
  if (afterG > beforeG) refuse("outside-method-range", { field: "afterG", given: afterG, min: 0, max: beforeG, unit: "g" });
  return (100 * (beforeG - afterG)) / beforeG;
}
`,
    },
    {
      path: `${folder}/bench/${name}.ts`,
      text: `import { describe } from "@quanheng/flow/determination/describe.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "${up}../bench-inputs.ts";
import { ${fn} } from "../${name}.ts";

/** Portions of the sample: at least so many, at most so many. */
const PORTIONS = { min: 1, max: 4 } as const;
/** Permissible error of the balance. [g] Say here where the figure comes from. */
const BALANCE_G = 0.0003;

/** What the platform has to know to draw the form, compute, state the uncertainty and report. */
export const ${fn}Bench = describe({
  id: "${laboratory}.${name}",
  title: { zh: "方法名称", en: "Name of the method" },
  normative: [],
  source: "document, edition, clause",
  validFrom: "2026-01-01",
  inputs: [
    quantity("beforeG", ["试样质量", "Mass of the portion"], "g", ["0.1", "500"], {
      portion: true,
      replicates: PORTIONS,
      instrumentType: "analytical-balance",
      uncertainty: { kind: "rectangular", halfWidth: BALANCE_G },
    }),
    quantity("afterG", ["处理后质量", "Mass after treatment"], "g", ["0", "500"], {
      portion: true,
      replicates: PORTIONS,
      instrumentType: "analytical-balance",
      uncertainty: { kind: "rectangular", halfWidth: BALANCE_G },
    }),
  ],
  output: {
    characteristic: "loss-on-drying",
    label: { zh: "结果", en: "Result" },
    unit: "g/(100.g)",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: ${fn}(single(readings, "beforeG"), single(readings, "afterG")) }),
  example: { beforeG: ["5.0000", "5.0010"], afterG: ["4.7502", "4.7508"] },
});
`,
    },
    {
      path: `${folder}/${name}.test.ts`,
      text: `import assert from "node:assert/strict";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { test } from "vitest";
import { ${fn}Bench } from "./bench/${name}.ts";
import { ${fn} } from "./${name}.ts";

test("the published example of ${name}", () => {
  const printed = "replace by the digits as printed, with document and clause";
  assert.equal(${fn}(5, 4.75).toFixed(2), printed);
});

test("the form of ${name} computes its own example and states its uncertainty", () => {
  const outcome = evaluateRaw(${fn}Bench, ${fn}Bench.example ?? {});
  assert.ok(outcome.ok, JSON.stringify(outcome));
  assert.ok(outcome.evaluation.measurement.budget.length > 0);
});

test("a portion that became heavier is refused", () => {
  assert.throws(() => ${fn}(5, 5.1), { code: "outside-method-range" });
});
`,
    },
  ];
}

export function migrationFile(number: string, what: string): NewFile {
  return {
    path: `shell/server/migrations/${number}-${what}.sql`,
    text: `-- What this adds and why.

CREATE TABLE ${what.replaceAll("-", "_")} (
  id             text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution (id)
);
ALTER TABLE ${what.replaceAll("-", "_")} ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ${what.replaceAll("-", "_")} FOR SELECT TO quanheng_app USING (institution_id = qh_party());
GRANT SELECT ON ${what.replaceAll("-", "_")} TO quanheng_app;
`,
  };
}

export function pageFiles(stage: string, name: string): readonly NewFile[] {
  const key = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  return [
    {
      path: `shell/web/src/pages/${stage}/${name}Page.tsx`,
      text: `import { Page } from "../../components/Page.tsx";
import { useText } from "../../i18n/use-text.ts";

/** What a person does here, and what comes next. */
export function ${name}Page() {
  const text = useText("${stage}");
  return <Page title={text("${key}.title")}>{text("${key}.empty")}</Page>;
}
`,
    },
  ];
}

export function adrFile(number: string, what: string): NewFile {
  return {
    path: `docs/adr/${number}-${what}.md`,
    text: `# ${number} ${what.replaceAll("-", " ")}\n\n**Decision.** \n\n**Why.** \n\n**Consequences.** \n`,
  };
}
