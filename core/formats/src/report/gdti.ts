import { serialOfNumber } from "@quanheng/flow/attestation/report-number.ts";
import { checkDigit } from "../gs1/check-digit.ts";
import { digitalLink } from "../gs1/digital-link.ts";

/**
 * The GDTI of a report: document type with its check digit, then the report's number as serial.
 *
 * @param documentType GS1 company prefix and type of document, 12 digits
 * @source GS1 General Specifications, GDTI
 */
export function reportGdti(documentType: string, number: string): string {
  return `${documentType}${checkDigit(documentType)}${serialOfNumber(number)}`;
}

/** What the QR code of a report opens. @param origin address of the platform without a trailing slash */
export function reportUrl(origin: string, gdti: string): string {
  return digitalLink(origin, { ai: "253", value: gdti });
}
