/** What kind of value a term of certification takes. */
export type CertificationValueKind = "class" | "text" | "string" | "date" | "address" | "resource" | "status";

/**
 * Terms that describe a certificate to machines, with the kind of their value: `text` in a language, `address` as text,
 * `resource` another thing of the graph.
 *
 * @source GS1 Web Vocabulary 1.16, CertificationDetails
 */
export const CERTIFICATION_TERMS = {
  CertificationDetails: "class",
  certification: "resource",
  certificationAgency: "text",
  certificationAgencyURL: "resource",
  certificationAuditDate: "date",
  certificationEndDate: "date",
  certificationIdentification: "string",
  certificationInfo: "address",
  certificationStandard: "text",
  certificationStartDate: "date",
  certificationStatement: "text",
  certificationStatus: "status",
  certificationSubject: "resource",
  certificationType: "resource",
  certificationURI: "address",
  certificationValue: "text",
  initialCertificationDate: "date",
  CertificationStatus: "class",
  "CertificationStatus-ACTIVE": "status",
  "CertificationStatus-INACTIVE": "status",
} as const satisfies Record<string, CertificationValueKind>;
export type CertificationTerm = keyof typeof CERTIFICATION_TERMS;
