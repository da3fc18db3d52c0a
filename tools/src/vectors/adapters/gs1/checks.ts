import { CHECKS } from "@quanheng/formats/gs1/checks/all.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs, upper } from "./engine.ts";

/** A test of one content check: `highlight` marks the bad characters with asterisks. */
export type CheckRow = {
  readonly id: string;
  readonly linter: string;
  readonly input: string;
  readonly ok: boolean;
  readonly error?: string;
  readonly highlight?: string;
};

/** Runs one content check over the whole input. */
export function checkCase({ id, linter, input, error, highlight }: CheckRow): CaseResult {
  const check = CHECKS[linter];
  if (check === undefined) return { id, ok: false, message: `not handled: ${linter}` };
  const fault = check(input, 0, input.length);
  const end = fault && fault.at + fault.length;
  const marked = fault && `${input.slice(0, fault.at)}*${input.slice(fault.at, end)}*${input.slice(end)}`;
  return compared(
    id,
    `${linter} ${input}`,
    [differs("code", fault && upper(fault.code), error), differs("highlight", marked, highlight)].filter(Boolean),
  );
}
