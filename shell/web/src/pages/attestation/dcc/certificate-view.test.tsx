import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { dccOfSnapshot, signedDccOfSnapshot } from "@quanheng/formats/dcc/from-report.ts";
import { demoSigner } from "@quanheng/formats/signature/testing/demo-signer.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test } from "vitest";
import { chooseLanguage } from "../../../i18n/i18n.ts";
import { CertificateView } from "./CertificateView.tsx";
import { judgeCertificate } from "./judge-certificate.ts";

afterAll(() => chooseLanguage("en"));

const settings = { softwareVersion: "0.1.0" };
const { root, signer } = await demoSigner();
const signed = await signedDccOfSnapshot(reportSnapshot(sampleFacts), settings, signer);
const AT = "2026-11-26T00:00:00Z";

async function shown(xml: string, roots = [root], language: "zh" | "en" = "en"): Promise<string> {
  await chooseLanguage(language);
  const html = renderToStaticMarkup(<CertificateView judged={judgeCertificate(xml, { roots }, AT)} />);
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

test("a signed certificate shows its signer, its values with units, and its verdicts, in both languages", async () => {
  const en = await shown(signed);
  expect(en).toContain("Signature intact, signer trusted: Test Centre");
  expect(en).toContain("Build and rules of content: no errors");
  expect(en).toMatch(/Sulphur dioxide 5\.1 mg\/kg/);
  expect(en).toContain("Simple acceptance");
  const zh = await shown(signed, [root], "zh");
  expect(zh).toContain("签名完整，签名人可信");
  expect(zh).toMatch(/二氧化硫 5\.1 mg\/kg/);
  expect(zh).toContain("不合格");
});

test("what does not hold is said: no signature, a stranger's, a changed value, a wrong build, no XML", async () => {
  expect(await shown(dccOfSnapshot(reportSnapshot(sampleFacts), settings))).toContain("The certificate is not signed");
  expect(await shown(signed, [])).toContain("the signer is on no list of trust here");
  expect(await shown(signed.replace("99.82", "99.83"))).toContain("The certificate was changed after it was signed");
  const broken = await shown(signed.replace(/<dcc:uniqueIdentifier>[^<]*/, "<dcc:uniqueIdentifier>"));
  expect(broken).toContain("1 errors");
  expect(broken).toContain("not well built");
  expect(broken).not.toContain("Sulphur dioxide");
  expect(await shown("<a>")).toMatch(/line 1/);
  expect(await shown('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).not.toContain("undefined");
});
