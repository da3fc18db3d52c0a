import { identifierTitle } from "@quanheng/contract/messages/gs1/titles.ts";
import { gs1Codes } from "@quanheng/contract/messages/gs1.ts";
import { CHECK_CODES } from "@quanheng/formats/gs1/checks/codes.ts";
import { IDENTIFIERS } from "@quanheng/formats/gs1/dictionary/identifier.ts";
import { LINKSET_CODES } from "@quanheng/formats/gs1/linkset/check-linkset.ts";
import { PROBLEM_CODES } from "@quanheng/formats/gs1/problem.ts";
import { IDENTIFIER_CODES, IDENTIFIER_WARNINGS } from "@quanheng/formats/identifier/checked.ts";
import { expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

async function call(words: readonly string[], language = "en_US.UTF-8") {
  const out: string[] = [];
  const note: string[] = [];
  const console = {
    env: { LANG: language },
    out: (line: string) => void out.push(line),
    note: (line: string) => void note.push(line),
  };
  return { code: await dispatch(["gs1", "parse", ...words], console), out: out.join("\n"), note: note.join("\n") };
}

test("every code of the engine and of identifiers has a sentence", () => {
  const codes = [...CHECK_CODES, ...PROBLEM_CODES, ...IDENTIFIER_CODES, ...IDENTIFIER_WARNINGS, ...LINKSET_CODES];
  expect(codes.filter((code) => !gs1Codes.includes(code))).toEqual([]);
});

test("elements are shown with what they mean, and the message in its three forms", async () => {
  const { code, out } = await call(["(01)09521234543213(17)261130(3103)001250(10)A"]);
  expect(code).toBe(0);
  expect(out.split("\n")).toEqual([
    "(01) 09521234543213  Trade item (GTIN)",
    "(17) 261130  Use by or expiry: 2026-11-30",
    "(3103) 001250  Net weight, kilograms: 1.250 kg",
    "(10) A  Batch or lot",
    "(01)09521234543213(17)261130(3103)001250(10)A",
    "^010952123454321317261130310300125010A",
    "https://id.gs1.org/01/09521234543213/10/A?17=261130&3103=001250",
  ]);
});

test("a fault is said in the reader's language, with its place below the text", async () => {
  const { code, out, note } = await call(["(01)09521234543214"], "zh_CN.UTF-8");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(note).toMatch(/校验码不正确/);
  expect(note.split("\n").slice(-2)).toEqual(["(01)09521234543214", "                 ^"]);
});

test("an address of the wrong form comes with the right one, and a lost separator with a candidate", async () => {
  expect((await call(["https://id.example.org/01/09521234543213/21/7/10/A"])).note).toMatch(
    /It should be https:\/\/id\.example\.org\/01\/09521234543213\/10\/A\/21\/7/,
  );
  expect((await call(["010952123454321310ABC"])).note).toMatch(/might be: \(01\)09521234543213\(10\)ABC/);
});

test("as JSON it is one value, good or bad", async () => {
  const good = JSON.parse((await call(["]E06901234567892", "--json"])).out);
  expect(good).toMatchObject({ form: "scan", symbology: "EAN13", link: "https://id.gs1.org/01/06901234567892" });
  const bad = await call(["(10)A", "--json"]);
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out)).toMatchObject({
    refused: "required-ais-not-satisfied",
    problem: { at: 4, length: 1, needed: "01,02,03,8006,8026" },
    sentence: { zh: expect.stringContaining("01,02,03,8006,8026") },
  });
});

test("every identifier of the dictionary has a name in both languages", () => {
  expect(IDENTIFIERS.filter(({ ai }) => identifierTitle(ai, "").zh === "")).toEqual([]);
});
