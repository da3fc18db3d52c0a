import { serialOfNumber } from "@quanheng/flow/attestation/report-number.ts";
import { checkDigit } from "../gs1/check-digit.ts";
import { digitalLink } from "../gs1/digital-link.ts";

/**
 * The GDTI of a report: document type with its check digit, then the report's number as serial.
 *
 * @param documentType GS1 company prefix and type of document, 12 digits
 * @example reportGdti("471951200288", "GXT-2026-000123") // → "4719512002889GXT2026000123" (GS1 General Specifications, GDTI 4719512002889: check digit 9)
 * @source GS1 General Specifications, GDTI
 */
export function reportGdti(documentType: string, number: string): string {
  return `${documentType}${checkDigit(documentType)}${serialOfNumber(number)}`;
}

/**
 * What the QR code of a report opens.
 *
 * @param origin address of the platform without a trailing slash
 * @example reportUrl("https://qi.example", "4719512002889GXT2026000123") // → "https://qi.example/253/4719512002889GXT2026000123" (application identifier 253)
 * @source GS1 Digital Link URI Syntax 1.4
 */
export function reportUrl(origin: string, gdti: string): string {
  return digitalLink(origin, { ai: "253", value: gdti });
}
