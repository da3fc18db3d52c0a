import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import { checkDcc } from "@quanheng/formats/dcc/check.ts";
import { signedDccOfSnapshot } from "@quanheng/formats/dcc/from-report.ts";
import { DCC_VERSIONS } from "@quanheng/formats/dcc/grammar/schema.ts";
import { demoSigner } from "@quanheng/formats/signature/testing/demo-signer.ts";
import { elementsOf, withDescendants, type XmlElement } from "@quanheng/formats/xml/node.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { writeXml } from "@quanheng/formats/xml/write.ts";
import { afterAll, expect, test } from "vitest";
import { openSchemas } from "./schemas.ts";

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../../shared", import.meta.url));
const folder = `${shared}/vectors/dcc`;
const isThere = existsSync(`${folder}/xsd/v3.3.0/dcc.xsd`);
if (!isThere) console.info("the published schema files are not there: our grammar is not compared with them here");

const schemas = openSchemas(`${folder}/xsd`);
afterAll(() => schemas.close());

const samples = isThere ? readdirSync(`${folder}/samples`).filter((name) => name !== "dcclib_invalid_syntax.xml") : [];
const textOfSample = (name: string) => readFileSync(`${folder}/samples/${name}`, "utf8");

test.runIf(isThere)("our grammar and the published schemas agree on every published certificate", async () => {
  for (const name of samples) {
    const xml = textOfSample(name);
    const { faults, version } = await schemas.judge(xml);
    const own = checkDcc(readXml(xml));
    expect([name, version, faults.length === 0]).toEqual([name, own.version, own.isWellBuilt]);
  }
});

test.runIf(isThere)("every kind of document that we issue is valid by the schema, signed as it is", async () => {
  const { signer } = await demoSigner();
  for (const [kind, facts] of Object.entries(sampleKinds)) {
    const xml = await signedDccOfSnapshot(reportSnapshot(facts), { softwareVersion: "0.1.0" }, signer);
    expect([kind, (await schemas.judge(xml)).faults]).toEqual([kind, []]);
  }
});

/** Small numbers from a seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Loose = { -readonly [Name in keyof XmlElement]: XmlElement[Name] };

/** One change of the build: an element gone, doubled, moved, renamed or emptied, a value or an attribute made wrong. */
function mutate(element: XmlElement, roll: (below: number) => number): string {
  const parent = element.parent as Loose;
  const at = parent.children.indexOf(element);
  const children = [...parent.children];
  const how = ["gone", "doubled", "moved", "renamed", "emptied", "value", "attribute", "text"][roll(8)] ?? "gone";
  const loose = element as Loose;
  if (how === "gone") children.splice(at, 1);
  if (how === "doubled") children.splice(at, 0, element);
  if (how === "moved") children.splice(roll(children.length), 0, ...children.splice(at, 1));
  parent.children = children;
  if (how === "renamed") loose.local = `${element.local}X`;
  if (how === "emptied") loose.children = [];
  const [first] = element.children;
  const value = ["", " ", "x", "1,5", "-", "2026-02-30", "ünï", "zz", "0", "a  b"][roll(10)] ?? "";
  if (how === "value" && elementsOf(element).length === 0 && first?.kind === "text") {
    loose.children = [{ ...first, text: value }];
  }
  if (how === "text") loose.children = [...element.children, { kind: "text", text: "stray" }];
  const [attribute] = element.attributes;
  if (how === "attribute") {
    loose.attributes = attribute ? [{ ...attribute, value }, ...element.attributes.slice(1)] : element.attributes;
  }
  return `${how} ${element.local} “${value}”`;
}

test.runIf(isThere)("they agree on 200 certificates that were changed at random", async () => {
  const seed = Number(process.env["QUANHENG_SEED"] ?? Date.now() % 2 ** 31);
  console.info(`seed ${seed}`);
  const roll = dice(seed);
  const good = samples.filter((name) => textOfSample(name).length < 200_000);
  const differences: string[] = [];
  for (let i = 0; i < 200; i++) {
    const name = good[roll(good.length)] ?? "";
    // Half of them say that they are of another version: what one allows another may not.
    const version = DCC_VERSIONS[roll(2 * DCC_VERSIONS.length)];
    const text = textOfSample(name);
    const document = readXml(version ? text.replace(/schemaVersion="[^"]*"/, `schemaVersion="${version}"`) : text);
    const elements = [...withDescendants(document.root)].filter(
      (element) => element.parent && !element.namespace.includes("xmldsig") && !element.namespace.includes("01903"),
    );
    const what = mutate(elements[roll(elements.length)] ?? document.root, roll);
    const xml = writeXml(document);
    const { faults } = await schemas.judge(xml);
    const own = checkDcc(readXml(xml));
    if ((faults.length === 0) !== own.isWellBuilt) {
      differences.push(
        `${name} ${version}: ${what}: ${faults[0]?.message ?? "valid"} / ${JSON.stringify(own.faults[0] ?? "well built")}`,
      );
    }
  }
  expect(differences).toEqual([]);
});

test.runIf(isThere)(
  "entities are refused before the library sees them, and files outside the folder are not read",
  async () => {
    const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    await expect(schemas.judge(outside)).rejects.toThrow(expect.objectContaining({ code: "xml-unreadable" }));
    const own = mkdtempSync(join(tmpdir(), "schemas-"));
    const lost = openSchemas(own);
    try {
      const refused = expect.objectContaining({ code: "dcc-schemas-unusable" });
      await expect(lost.judge(textOfSample("dcclib_valid.xml"))).rejects.toThrow(refused);
      writeFileSync(join(own, "a.xsd"), "<a/>");
      await expect(lost.judge("<a/>")).rejects.toThrow(refused);
    } finally {
      await lost.close();
      rmSync(own, { recursive: true });
    }
  },
);

test.runIf(isThere)("a judgement that takes too long is given up, and the next one is judged again", async () => {
  const hasty = openSchemas(`${folder}/xsd`, 1);
  try {
    const refused = expect.objectContaining({ code: "dcc-schema-failed" });
    await expect(hasty.judge(textOfSample("dcclib_valid.xml"))).rejects.toThrow(refused);
  } finally {
    await hasty.close();
  }
});
