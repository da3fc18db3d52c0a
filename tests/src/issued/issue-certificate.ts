import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { REPORT_KINDS } from "@quanheng/flow/attestation/report-kind.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import { signedDccOfSnapshot } from "@quanheng/formats/dcc/from-report.ts";
import { pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import { demoSigner } from "@quanheng/formats/signature/testing/demo-signer.ts";

// Writes a new sample: node tests/src/issued/issue-certificate.ts tests/issued/NAME KIND
// Keys are the published ones of the tests. A sample that is there is never written again.

const [folder, wantedKind = "calibration-certificate"] = process.argv.slice(2);
const kind = REPORT_KINDS.find((each) => each === wantedKind);
if (!folder || !kind) throw new Error("name the folder of the new sample and its kind");
const snapshot = reportSnapshot({ ...sampleKinds[kind], demonstration: true });
const { root, signer } = await demoSigner();
const xml = await signedDccOfSnapshot(snapshot, { softwareVersion: "0.1.0" }, signer);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "dcc.xml"), xml, { flag: "wx" });
writeFileSync(join(folder, "root.pem"), pemOfCertificate(root), { flag: "wx" });
