import { writeFileSync } from "node:fs";
import { dccCodes, dccSentence } from "@quanheng/contract/messages/problems/dcc.ts";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { checkDcc } from "@quanheng/formats/dcc/check.ts";
import { certificateOfTable } from "@quanheng/formats/dcc/from-table/from-table.ts";
import { readProfile } from "@quanheng/formats/dcc/from-table/profile.ts";
import { writeCertificate } from "@quanheng/formats/dcc/model/write.ts";
import { refuse as refuseFormat } from "@quanheng/formats/refusals.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { readSheetFile } from "@quanheng/server/adapters/sheet/read-sheet.ts";
import { refuse } from "@quanheng/server/refusals.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { readBounded } from "../dcc/read-bounded.ts";

const VERSION = "0.1.0";

/** Makes a digital calibration certificate of a table. */
export const command: Command = {
  usage: "dcc from-csv PROFILE.json TABLE.csv|TABLE.xlsx [--out FILE]",
  summary: {
    zh: "按映射文件把表格（CSV 或 XLSX）制成数字校准证书（DCC 3.3.0）；错误按行列指出。",
    en: "Make a digital calibration certificate (DCC 3.3.0) of a table (CSV or XLSX) by a profile; faults are named by line and column.",
  },
  options: { out: { type: "string" } },
  takes: [2, 2],
  async run(call) {
    const [profilePath = "", tablePath = ""] = call.args;
    const profile = readProfile(parsed(new TextDecoder().decode(readBounded(profilePath))));
    const rows = await readSheetFile(readBounded(tablePath));
    if (!rows) return refuse("dcc-file-unreadable", { path: tablePath });
    const outcome = certificateOfTable(profile, rows, VERSION);
    if (!outcome.ok) return sayFaults(call, outcome.faults);
    const xml = writeCertificate(outcome.certificate);
    const errors = checkDcc(readXml(xml)).faults.filter(({ severity }) => severity === "error");
    if (errors.length > 0)
      return sayFaults(
        call,
        errors.map((fault) => ({ ...fault, line: 0, column: fault.path })),
      );
    const { out } = call.options;
    if (typeof out === "string") write(out, xml);
    else call.out(call.json ? JSON.stringify({ xml }) : xml);
    return 0;
  },
};

function write(path: string, xml: string): void {
  try {
    writeFileSync(path, xml, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    refuse("dcc-file-unwritable", { path });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuseFormat("dcc-profile-wrong", { at: "{", wants: "JSON" });
  }
}

type Shown = { readonly line: number; readonly column: string; readonly code: string; readonly facts: Facts };

function sayFaults({ out, json, language }: Call, faults: readonly Shown[]): ExitCode {
  const said = faults.map(({ line, column, code, facts }) => ({
    line,
    column,
    code,
    sentence: dccCodes.includes(code) ? dccSentence(code, facts) : problemSentence(code, facts),
  }));
  if (json) out(JSON.stringify({ faults: said }));
  else
    for (const { line, column, sentence } of said)
      out(`✗ ${line}${column === "" ? "" : ` ${column}`}: ${sentence[language]}`);
  return 1;
}
