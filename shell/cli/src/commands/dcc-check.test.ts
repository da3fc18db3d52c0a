import { existsSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dccCodes } from "@quanheng/contract/messages/problems/dcc.ts";
import { DCC_FAULTS } from "@quanheng/formats/dcc/fault.ts";
import { XADES_REASONS } from "@quanheng/formats/xades/verdict.ts";
import { expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const vectors = `${shared}/vectors/dcc`;
const isThere = existsSync(`${vectors}/xsd`);
if (!isThere) console.info("the published certificates are not there: commands on them are not tested here");

async function call(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [out, note]: [string[], string[]] = [[], []];
  const code = await dispatch(["dcc", ...words], {
    env: { LANG: "en_US.UTF-8", ...env },
    out: (line: string) => void out.push(line),
    note: (line: string) => void note.push(line),
  });
  return { code, out, note: note.join("\n") };
}

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

test.runIf(isThere)(
  "several files are checked by the schema files too, named on the command line or in the environment",
  async () => {
    const files = ["dcclib_valid.xml", "dcclib_invalid_schema.xml"].map((name) => `${vectors}/samples/${name}`);
    const { code, out } = await call(["check", ...files, "--schemas", `${vectors}/xsd`]);
    expect([code, out.filter((line) => line.startsWith("Schema files"))]).toEqual([
      1,
      ["Schema files: 0 errors", "Schema files: 2 errors"],
    ]);
    const none = await call(["check", files[0]!], { QUANHENG_DCC_SCHEMAS: join(tmpdir(), "no-such-folder") });
    expect([none.code, none.note]).toEqual([1, expect.stringContaining("no-such-folder")]);
  },
);

test.runIf(isThere)(
  "a signature is trusted by a list of authorities, as PEM or as the platform publishes it",
  async () => {
    const file = `${vectors}/samples/dcclib_valid_signature.xml`;
    const pem = readFileSync(`${vectors}/certs/dcclib_ca.pem`, "utf8");
    const folder = mkdtempSync(join(tmpdir(), "dcc-"));
    try {
      const list = {
        certificates: [pem],
        logs: [],
        witnesses: [],
        dids: {},
        statusLists: {},
        madeAt: "2026-11-25T08:00:00Z",
      };
      writeFileSync(join(folder, "trust.json"), JSON.stringify(list));
      writeFileSync(join(folder, "empty.pem"), "");
      for (const trust of [`${vectors}/certs/dcclib_ca.pem`, join(folder, "trust.json")]) {
        const { out } = await call(["check", file, "--trust", trust]);
        expect(out.find((line) => line.startsWith("Signature"))).toContain("signer trusted");
      }
      expect((await call(["check", file, "--trust", join(folder, "empty.pem")])).code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test.runIf(isThere)("two certificates are compared value by value, signatures aside", async () => {
  const [plain, signed, other] = ["typical_v12", "typical_v12_v3.2.0_signed", "simplified_v12"].map(
    (name) => `${vectors}/samples/dcc_gp_temperature_${name}.xml`,
  ) as [string, string, string];
  expect(await call(["diff", plain, plain])).toMatchObject({ code: 0, out: ["Nothing differs."] });
  const { code, out } = await call(["diff", plain, signed, "--json"]);
  const { differences } = JSON.parse(out[0]!) as { differences: readonly { readonly path: string }[] };
  expect([code, differences.every(({ path }) => !path.includes("Signature"))]).toEqual([1, true]);
  const more = await call(["diff", plain, other]);
  expect([more.code, more.out.some((line) => line.includes(" → "))]).toEqual([1, true]);
});

test("a file that is not there, and one of 100 MB, are refused at once", async () => {
  const { code, note } = await call(["check", join(tmpdir(), "no-such-file.xml")]);
  expect([code, note]).toEqual([1, expect.stringContaining("no-such-file.xml cannot be read")]);
  const folder = mkdtempSync(join(tmpdir(), "dcc-"));
  try {
    const path = join(folder, "large.xml");
    ftruncateSync(openSync(path, "w"), 100 * 1024 * 1024);
    const from = performance.now();
    const large = await call(["check", path]);
    expect([large.code, large.note]).toEqual([1, expect.stringContaining("Hand in a smaller file")]);
    expect(performance.now() - from).toBeLessThan(1000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
