import { digitalLink } from "@quanheng/formats/gs1/digital-link.ts";

/** Characters that a lot number of GS1 may have, and how many. @source GS1 General Specifications, AI (10): X..20 */
const GS1_LOT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

/**
 * The address of a lot: by its GTIN where it has one and its number is one of GS1, else by its owner, whose own numbers
 * mean something beside the owner only.
 */
export function lotAddress(
  ownerId: string,
  { lotNumber, gtin }: { readonly lotNumber: string; readonly gtin?: string | null },
): string {
  const lot = lotNumber.trim();
  return gtin && GS1_LOT.test(lot)
    ? digitalLink("https://id.gs1.org", { ai: "01", value: gtin.padStart(14, "0") }, [{ ai: "10", value: lot }])
    : `urn:x-quanheng:lot:${ownerId}:${encodeURIComponent(lot)}`;
}
