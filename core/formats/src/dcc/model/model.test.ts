import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readXml } from "../../xml/read.ts";
import { checkDcc } from "../check.ts";
import { diffDcc } from "../diff.ts";
import { readCertificate } from "./read.ts";
import { writeCertificate } from "./write.ts";

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../../shared", import.meta.url));
const folder = `${shared}/vectors/dcc/samples`;
const isThere = existsSync(folder);
if (!isThere) console.info("the published certificates are not there: reading and writing them is not tested here");
const samples = isThere ? readdirSync(folder).filter((name) => name.endsWith(".xml")) : [];

test.runIf(isThere)("every well-built certificate is read, written, and read as the same again", () => {
  const seen: string[] = [];
  for (const name of samples) {
    const bytes = readFileSync(`${folder}/${name}`, "utf8");
    if (name === "dcclib_invalid_syntax.xml") continue;
    const document = readXml(bytes);
    if (!checkDcc(document).isWellBuilt) {
      expect(() => readCertificate(document)).toThrow(expect.objectContaining({ code: "dcc-unreadable" }));
      continue;
    }
    const { certificate, from, left, lacks } = readCertificate(document);
    const written = readXml(writeCertificate(certificate));
    if (from.startsWith("2.")) {
      // Version 3 asks for the place of the measurement and for names of results, which version 2 does not have.
      expect(lacks.map(({ code }) => code)).toContain("dcc-element-missing");
      expect(left.length).toBeGreaterThan(0);
      continue;
    }
    expect([name, left, lacks]).toEqual([name, [], []]);
    expect(readCertificate(written)).toEqual({ from: "3.3.0", certificate, left: [], lacks: [] });
    const differences = diffDcc(document, written).filter(({ path }) => !path.includes("schemaVersion"));
    seen.push(name);
    expect([name, differences.filter(({ path }) => !path.includes("Signature"))]).toEqual([name, []]);
  }
  expect(seen.length).toBeGreaterThan(7);
});
