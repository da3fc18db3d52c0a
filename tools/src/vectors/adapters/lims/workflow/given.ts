import { namesIn } from "@quanheng/flow/determination/formula.ts";
import { FOUR_EYES, type LabWork, NO_WORK, type Ranges } from "@quanheng/flow/determination/work/records.ts";
import { type Members, members, texts } from "../case.ts";

export const SAMPLE = "S";

/** The rules of the laboratory that a case begins with. */
export function rules(given: Members): LabWork {
  const required = typeof given["required"] === "number" ? given["required"] : 1;
  const sameUser = given["sameUser"] === "allowed" ? "allowed" : "never";
  const self = given["selfVerification"] === true;
  const formulas = { ...(given["formulas"] as LabWork["formulas"] | undefined) };
  const [, total, formula] = /^(\w+)=(.+)$/.exec(String(given["formula"] ?? "")) ?? [];
  return {
    ...NO_WORK,
    formulas: total === undefined || formula === undefined ? formulas : { ...formulas, [total]: formula },
    verification: { ...FOUR_EYES, required, self, sameUser },
  };
}

/** The samples of a case with the keywords of their tests. */
export function samplesOf(given: Members): readonly (readonly [string, readonly string[]])[] {
  const named = Object.keys(given).filter((key) => /^S\d$/.test(key));
  if (named.length > 0) return named.map((name) => [name, texts(given[name])] as const);
  if (Array.isArray(given["samples"])) return given["samples"].map((_, index) => [`S${index}`, ["Cu"]] as const);
  return [[SAMPLE, keywordsOf(given)]];
}

function keywordsOf(given: Members): readonly string[] {
  const tests = Array.isArray(given["tests"]) ? texts(given["tests"]) : Object.keys(members(given["tests"]));
  const formulas = members(given["formulas"]) as Readonly<Record<string, string>>;
  const inFormulas = Object.entries(formulas).flatMap(([name, formula]) => [name, ...namesIn(formula)]);
  const onWorksheet = worksheetOf(given).filter((name) => !name.startsWith("dup("));
  const all = [...tests, ...inFormulas.filter((name) => !/^IT\d/.test(name)), ...onWorksheet];
  return all.length > 0 ? [...new Set(all)] : ["Cu"];
}

export function worksheetOf(given: Members): readonly string[] {
  return Array.isArray(given["worksheet"]) ? texts(given["worksheet"]) : [];
}

export function isEnteredLater(keyword: string, steps: readonly string[]): boolean {
  return steps.some((step) => step.includes(`enter ${keyword}=`) || step.includes(`(${keyword} empty)`));
}

export function rangesOf(given: Members, keywords: readonly string[]): Ranges {
  const { min, max } = members(given["spec"]);
  if (typeof min !== "string" || typeof max !== "string") return {};
  return Object.fromEntries(keywords.map((keyword) => [keyword, [min, max] as const]));
}
