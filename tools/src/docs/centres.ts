import { type Laboratory, laboratories } from "@quanheng/centres/registry.ts";
import type { MethodDefinition, MethodInput, MethodOutput } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";

/** Every method of the quality-inspection centres with its readings and results, from the registry. */
export function centresDocument(): string {
  const count = laboratories.reduce((sum, { methods }) => sum + methods.length, 0);
  return `# Methods of the quality-inspection centres\n\nMade from \`core/centres/src/registry.ts\` by \`npm run docs\`; do not edit. ${laboratories.length} centres, ${count} methods on the bench.\n\n${laboratories.map(laboratoryPart).join("\n\n")}\n`;
}

function laboratoryPart({ id, centre, name, methods }: Laboratory): string {
  const head = `## ${name.zh} ${name.en}\n\n\`${centre}\` / \`${id}\``;
  return [head, ...methods.map(methodPart)].join("\n\n");
}

function methodPart({
  id,
  title,
  source,
  validFrom,
  inputs,
  output,
  further = [],
  pictures,
}: MethodDefinition): string {
  const lines = [
    `### ${title.zh} ${title.en}`,
    "",
    `\`${id}\` · ${source} · from ${validFrom}${pictures ? " · drawn" : ""}`,
    "",
    ...[output, ...further].map(resultLine),
    "",
    "| reading | unit | possible | how often |",
    "|---|---|---|---|",
    ...inputs.map(readingRow),
  ];
  return lines.join("\n");
}

function resultLine({ characteristic, label, unit, rounding }: MethodOutput): string {
  const { places, step, digits } = rounding;
  const to = step ?? (digits === undefined ? `${places ?? 0} decimals` : `${digits} significant digits`);
  return `- **${label.en}** (${label.zh}) \`${characteristic}\` [${unitSymbol(unit) || "1"}], rounded ${rounding.mode} to ${to}`;
}

function readingRow({ label, unit, range, choices, replicates, table, optional }: MethodInput): string {
  const possible = choices
    ? choices.map(({ value }) => value).join(", ")
    : `${range?.min ?? ""} … ${range?.max ?? ""}`.replace(/^ … $/, "");
  const often = replicates ? `${replicates.min} to ${replicates.max}${table ? ` rows of ${table}` : ""}` : "once";
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return `| ${cell(label.en)} ${cell(label.zh)}${optional ? " (optional)" : ""} | ${cell(unitSymbol(unit))} | ${cell(possible)} | ${often} |`;
}
