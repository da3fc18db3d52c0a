import type { ReportSnapshot } from "../report/snapshot.ts";
import type { DocumentSigner } from "../signature/signer.ts";
import { signXml } from "../xades/sign.ts";
import { readXml } from "../xml/read.ts";
import type { Certificate } from "./model/model.ts";
import { writeCertificate } from "./model/write.ts";
import { administrativeData, type CertificateSettings } from "./report/administrative.ts";
import { measurementResults } from "./report/results.ts";

export type { CertificateSettings } from "./report/administrative.ts";

/**
 * A report as a digital certificate of version 3.3.0, in Chinese and English.
 *
 * @source PTB, DCC XML schema 3.3.0; ISO/IEC 17025:2017, 7.8
 */
export function certificateOfSnapshot(snapshot: ReportSnapshot, settings: CertificateSettings): Certificate {
  return {
    schemaVersion: "3.3.0",
    administrativeData: administrativeData(snapshot, settings),
    measurementResults: measurementResults(snapshot, settings.softwareVersion),
  };
}

/** The same as the text of an XML document, unsigned; the same report gives the same bytes. */
export function dccOfSnapshot(snapshot: ReportSnapshot, settings: CertificateSettings): string {
  return writeCertificate(certificateOfSnapshot(snapshot, settings));
}

/**
 * The same, signed by the institution as of the time of issue: XAdES baseline B.
 *
 * @param signer ECDSA with P-256; with deterministic signatures the same report gives the same bytes
 * @throws Refusal `dcc-not-signable` for another kind of key
 */
export function signedDccOfSnapshot(
  snapshot: ReportSnapshot,
  settings: CertificateSettings,
  signer: DocumentSigner,
): Promise<string> {
  const xml = dccOfSnapshot(snapshot, { ...settings, signed: true });
  return signXml(readXml(xml), signer, snapshot.issuedAt.replace(/\.\d+Z$/, "Z"));
}
