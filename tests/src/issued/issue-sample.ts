import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { REPORT_KINDS } from "@quanheng/flow/attestation/report-kind.ts";
import { SECOND_LANGUAGES } from "@quanheng/flow/attestation/report-language.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import { issued } from "@quanheng/formats/verify/testing/demo-house.ts";
import { renderReport } from "@quanheng/server/adapters/pdf/render-report.ts";
import { signReport } from "@quanheng/server/adapters/signing/sign-report.ts";
import { openTypesetter } from "@quanheng/server/adapters/typst/typesetter.ts";
import { SIGNATURE_FORMS, signAs } from "./sign-as.ts";

// Writes a new sample: node tests/src/issued/issue-sample.ts tests/issued/NAME KIND LANGUAGE [SIGNATURE]
// Keys are the published ones of the tests. A sample that is there is never written again.

const [folder, wantedKind = "test-report", wantedLanguage = "en", wantedForm] = process.argv.slice(2);
const form = SIGNATURE_FORMS.find((each) => each === wantedForm);
const kind = REPORT_KINDS.find((each) => each === wantedKind);
const second = SECOND_LANGUAGES.find((each) => each === wantedLanguage);
if (!folder || !kind || !second) throw new Error("name the folder of the new sample, its kind and its second language");
const snapshot = reportSnapshot({ ...sampleKinds[kind], second, demonstration: true });
const typesetter = openTypesetter();
const timestampCertificates: string[] = [];
const { pdf, credential, proof, trust } = await issued(snapshot, async ({ json, credential, signer }) => {
  const report = await renderReport(typesetter, snapshot, { snapshotJson: json, credential });
  const { issuer, issuedAt } = snapshot;
  if (form) {
    const signed = await signAs(form, report, { signer, institution: issuer.name, signedAt: issuedAt });
    timestampCertificates.push(...signed.timestampCertificates);
    return signed.file;
  }
  const signatory = { zh: "韦明", en: "Wei Ming" };
  return (await signReport(report, { signer, sm2: null, signatory, institution: issuer.name, signedAt: issuedAt }))
    .file;
});
await typesetter.close();

mkdirSync(folder, { recursive: true });
const files = {
  "report.pdf": pdf,
  "credential.jwt": credential,
  "report.tlog-proof": proof,
  "trust.json": `${JSON.stringify(form ? { ...trust, timestampCertificates } : trust, null, 1)}\n`,
};
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { flag: "wx" });
