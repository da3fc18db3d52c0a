import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** How a later document stands to an earlier one: it changes part of it, takes its place, or adds to it. */
export type SuccessorRelation = "amendment" | "replacement" | "supplement";

/** The document before: named by number and bound by its hash, so that nobody can exchange it. */
export type Predecessor = {
  readonly number: string;
  readonly reason: Bilingual;
  /** SHA-256 of the PDF as issued, hexadecimal; absent in snapshots from before hashes were bound. */
  readonly sha256?: string;
  /** Absent means `replacement`. */
  readonly relation?: SuccessorRelation;
};

/** A document that a certificate rests on. */
export type BasisDocument = {
  readonly number: string;
  readonly sha256: string;
  readonly issuedOn: string;
  readonly issuer: Bilingual;
};

/** The instrument that was calibrated or verified. */
export type InstrumentFacts = {
  readonly name: Bilingual;
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
};

/** A standard that was used, with the certificate by which it is traceable. */
export type ReferenceInstrument = {
  readonly name: Bilingual;
  readonly serialNumber: string;
  readonly certificate: string;
  readonly issuer: Bilingual;
  readonly validUntil: string;
};

/** @source ISO/IEC 17025:2017, 7.8.4 */
export type CalibrationPart = {
  readonly instrument: InstrumentFacts;
  /** (7.8.4.1 b) Conditions that bear on the results, with their units: `20.1 °C`. */
  readonly conditions: readonly { readonly name: Bilingual; readonly value: string }[];
  /** (7.8.4.1 c) */
  readonly references: readonly ReferenceInstrument[];
  /** (7.8.4.1 d) Whether the instrument was adjusted or repaired; then results stand before and after. */
  readonly adjusted: boolean;
};

/** @source JJF 1001-2011, 9.13 (recalled); ISO/IEC 17025:2017, 7.8.6 */
export type VerificationPart = {
  /** Regulation that was followed, e.g. `JJG 162-2019`. */
  readonly regulation: string;
  readonly result: "pass" | "fail";
  /** Accuracy class as the regulation names it; empty where it names none. */
  readonly accuracyClass: string;
  readonly validUntil: string;
};

/** @source ISO/IEC 17020:2012, 7.4.2 */
export type InspectionPart = {
  /** What was inspected: nameplate number, register number. */
  readonly object: string;
  readonly documents: readonly string[];
  readonly inspectedOn: string;
  readonly nextOn: string | null;
  readonly place: Bilingual;
  readonly result: "conforms" | "conforms-with-findings" | "does-not-conform";
  readonly findings: readonly Bilingual[];
  /** (7.4.2 c) What was agreed but not inspected; empty when everything was. */
  readonly omitted: readonly Bilingual[];
};

/** @source ISO/IEC 17065:2012, 7.7.1 and 7.7.2 */
export type CertificationPart = {
  /** Scheme by name and edition. */
  readonly scheme: Bilingual;
  /** Scheme type of ISO/IEC 17067:2013, table 1: `1a` to `6`. */
  readonly schemeType: string;
  /** Products that the certificate covers, as far as the item's name does not say it. */
  readonly scope: Bilingual;
  readonly standards: readonly string[];
  readonly validFrom: string;
  /** Null where the certificate holds until it is withdrawn. */
  readonly validUntil: string | null;
  readonly decidedOn: string;
  readonly conditions: readonly Bilingual[];
};
