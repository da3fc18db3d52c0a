import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { issued } from "@quanheng/formats/verify/testing/demo-house.ts";
import { renderReport } from "@quanheng/server/adapters/pdf/render-report.ts";
import { sampleSnapshot } from "@quanheng/server/adapters/pdf/testing/sample-snapshot.ts";
import { signReport } from "@quanheng/server/adapters/signing/sign-report.ts";
import { openTypesetter } from "@quanheng/server/adapters/typst/typesetter.ts";

// Writes a new sample: node tests/src/issued/issue-sample.ts tests/issued/NAME
// Keys are the published ones of the tests. A sample that is there is never written again.

const folder = process.argv[2];
if (!folder) throw new Error("name the folder of the new sample");
const typesetter = openTypesetter();
const { pdf, credential, proof, trust } = await issued(sampleSnapshot, async ({ json, credential, signer }) => {
  const report = await renderReport(typesetter, sampleSnapshot, { snapshotJson: json, credential });
  const { issuer, issuedAt } = sampleSnapshot;
  const signatory = { zh: "韦明", en: "Wei Ming" };
  return signReport(report, { signer, signatory, institution: issuer.name, signedAt: issuedAt });
});
await typesetter.close();

mkdirSync(folder, { recursive: true });
const files = {
  "report.pdf": pdf,
  "credential.jwt": credential,
  "report.tlog-proof": proof,
  "trust.json": `${JSON.stringify(trust, null, 1)}\n`,
};
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { flag: "wx" });
