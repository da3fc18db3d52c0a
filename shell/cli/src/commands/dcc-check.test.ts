import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dccCodes } from "@quanheng/contract/messages/problems/dcc.ts";
import { DCC_FAULTS } from "@quanheng/formats/dcc/fault.ts";
import { XADES_REASONS } from "@quanheng/formats/xades/verdict.ts";
import { expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

async function check(content: string, more: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "dcc-"));
  const out: string[] = [];
  const note: string[] = [];
  const console = {
    env: { LANG: "en_US.UTF-8" },
    out: (line: string) => void out.push(line),
    note: (line: string) => void note.push(line),
  };
  try {
    writeFileSync(join(folder, "a.xml"), content);
    const code = await dispatch(["dcc", "check", join(folder, "a.xml"), ...more], console);
    return { code, out: out.join("\n"), note: note.join("\n") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("every fault and every reason has a sentence", () => {
  expect([...DCC_FAULTS, ...XADES_REASONS].filter((code) => !dccCodes.includes(code))).toEqual([]);
});

test("a file that is no certificate is said to be none, in words and as data", async () => {
  const { code, out } = await check("<a/>");
  expect([code, out]).toEqual([
    1,
    "DCC ?: 1 errors, 0 warnings\n✗ 1 a: The outermost element is a, which is no digital calibration certificate. Choose the XML of a DCC.",
  ]);
  expect(JSON.parse((await check("<a/>", ["--json"])).out)).toMatchObject({ isWellBuilt: false, signatures: [] });
});

test("what is not well formed is refused with its place", async () => {
  const { code, note } = await check("<a>\n<b></a>");
  expect(code).toBe(1);
  expect(note).toContain("line 2, column 6");
});
