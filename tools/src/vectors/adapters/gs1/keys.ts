import { type KeyName, keyProblem } from "@quanheng/formats/gs1/key.ts";
import { checkIdentifier } from "@quanheng/formats/identifier/identifier.ts";
import { usccParts } from "@quanheng/formats/identifier/uscc.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs } from "./engine.ts";

export type KeyRow = {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly valid: boolean;
  readonly expectedCheckDigit?: string;
  readonly expectedCheckPair?: string;
};
export type ChineseRow = {
  readonly id: string;
  readonly type: "USCC" | "ORGCODE";
  readonly value: string;
  readonly valid: boolean;
  readonly reason?: string;
  readonly expected?: string;
  readonly region?: string;
  readonly organisationCode?: string;
};

/** Verdict of a key, and the right check digit or pair where that is wrong. */
export function keyCase({ id, key, value, valid, expectedCheckDigit, expectedCheckPair }: KeyRow): CaseResult {
  const fault = keyProblem(key as KeyName, value);
  return compared(
    id,
    `${key} ${value}`,
    [
      differs("valid", fault === undefined, valid),
      differs("expected", fault?.expected, expectedCheckDigit ?? expectedCheckPair),
    ].filter(Boolean),
  );
}

/** Verdict of a Chinese identifier; a wrong inner code is a warning with us and invalid in the rows. */
export function chineseCase(row: ChineseRow): CaseResult {
  const checked = checkIdentifier(row.type === "USCC" ? "uscc" : "orgcode", row.value);
  const parts = checked.ok && row.type === "USCC" ? usccParts(checked.value) : undefined;
  const inner = row.reason === "embedded organisation code check";
  return compared(
    row.id,
    `${row.type} ${row.value}`,
    [
      differs("valid", checked.ok && checked.warnings.length === 0, row.valid),
      inner ? differs("warning", checked.ok && checked.warnings.includes("inner-code-check"), true) : "",
      row.expected === undefined ? "" : differs("expected", !checked.ok && checked.problem.expected, row.expected),
      row.region === undefined ? "" : differs("region", parts?.region, row.region),
      row.organisationCode === undefined ? "" : differs("inner", parts?.organisationCode, row.organisationCode),
    ].filter(Boolean),
  );
}
