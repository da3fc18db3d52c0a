import { Refusal } from "@quanheng/kernel/refusal.ts";
import { openPdf, type PdfDocument } from "../pdf/document.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { addedProperly } from "./added-data.ts";
import type { PadesTrust } from "./chain.ts";
import { type ValidationData, validationData } from "./dss.ts";
import { type JudgedSignature, judgeSignature } from "./judge-signature.ts";
import { permitsUpdate } from "./permitted-update.ts";
import { type SignatureField, signatureFieldsOf, signatureInDamagedFile } from "./signature-field.ts";
import type { PadesVerdict } from "./verdict.ts";

const NONE: PadesVerdict = {
  found: false,
  intact: false,
  coversWholeFile: false,
  signer: null,
  trusted: false,
  signedAt: null,
  stampedAt: null,
  level: null,
  reasons: [],
  signatures: [],
};

/**
 * Checks the signatures of a PDF without trusting the file: whether there are any, whether the bytes they cover are as
 * they were, whether anything but further signatures and validation data came afterwards, who signed and when, and
 * whether a trusted authority vouches for them.
 *
 * Never throws for a bad file. Reasons: `pdf-unreadable`, `pdf-encrypted`, `inflate-failed`, `not-signed`,
 * `changed-after-signing`, and those of each signature.
 *
 * @example verifyPades(new TextEncoder().encode("no PDF"), { roots: [] }) // → { found: false, intact: false, trusted: false, reasons: ["pdf-unreadable"] } (a finding, not an exception)
 * @source ETSI EN 319 142-1 V1.1.1, 5.5 and 6.3; ISO 32000-1:2008, 12.8.1 and 12.8.3.3
 */
export function verifyPades(bytes: Uint8Array, trust: PadesTrust, inflate?: Inflate): PadesVerdict {
  const { fields, data, reasons } = locate(bytes, inflate);
  if (fields.length === 0) return { ...NONE, reasons };
  const judged = fields
    .map((field) => judgeSignature(bytes, field, trust, data))
    .sort((one, other) => one.end - other.end);
  const last = judged.at(-1)?.verdict;
  if (!last) return { ...NONE, reasons };
  const whole = judged.some(({ end }) => end === 0) || unchanged(bytes, judged, data, trust, inflate);
  const signatures = judged.map(({ verdict }) => verdict);
  const found = [
    ...reasons,
    ...signatures.flatMap((each) => each.reasons),
    ...(whole ? [] : ["changed-after-signing"]),
  ];
  return {
    found: true,
    intact: reasons.length === 0 && signatures.every(({ intact }) => intact),
    coversWholeFile: whole && judged.every(({ end }) => end > 0),
    signer: last.signer,
    trusted: signatures.every(({ trusted }) => trusted),
    signedAt: last.signedAt,
    stampedAt: last.stampedAt,
    level: last.level,
    reasons: [...new Set(found)],
    signatures,
  };
}

type Located = { fields: readonly SignatureField[]; data: ValidationData; reasons: string[] };

const NO_DATA: ValidationData = { certificates: [], ocsps: [], crls: [] };

function locate(bytes: Uint8Array, inflate?: Inflate): Located {
  const orphan = () => signatureInDamagedFile(bytes) ?? [];
  try {
    const pdf = openPdf(bytes, inflate);
    const fields = signatureFieldsOf(pdf);
    if (fields.length > 0) return { fields, data: validationData(pdf), reasons: [] };
    const damaged = [orphan()].flat();
    return { fields: damaged, data: NO_DATA, reasons: damaged.length > 0 ? ["pdf-unreadable"] : ["not-signed"] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { fields: [orphan()].flat(), data: NO_DATA, reasons: [error.code] };
  }
}

/** Whether each signature's part of the file is followed by nothing but signatures and validation data. */
function unchanged(
  bytes: Uint8Array,
  judged: readonly JudgedSignature[],
  data: ValidationData,
  trust: PadesTrust,
  inflate?: Inflate,
): boolean {
  const last = judged.at(-1)?.end ?? 0;
  const nested = judged.every(({ valueAt }, at) => at === 0 || valueAt >= (judged[at - 1]?.end ?? 0));
  if (!nested) return false;
  if (judged.length === 1 && last === bytes.length) return true;
  try {
    const open = (end: number): PdfDocument => openPdf(bytes.subarray(0, end), inflate);
    const revisions = judged.map(({ end }) => open(end));
    const proper = revisions.every((revision, at) => {
      const next = revisions[at + 1];
      return signatureFieldsOf(revision).length === at + 1 && (!next || permitsUpdate(revision, next));
    });
    const newest = revisions.at(-1);
    if (!proper || !newest || last === bytes.length) return proper;
    const certificates = judged.flatMap((each) => each.certificates);
    return (
      permitsUpdate(newest, open(bytes.length)) && addedProperly(newest, bytes, { data, trust, certificates }, inflate)
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}
