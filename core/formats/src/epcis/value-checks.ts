import { type Check, type EpcisProblemCode, fault } from "./problem.ts";
import { instantOf } from "./time.ts";
import { isWord, type VocabularyName } from "./vocabulary.ts";

/** An absolute address: a scheme, a colon, and only characters that RFC 3986 lets stand. */
const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const LONGEST_ADDRESS = 4096;
/** Beginnings of addresses that the vocabulary keeps for itself: its words are written bare. */
const KEPT = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/;
const KEPT_FOR_QUANTITIES = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//;

export const text: Check = (value, at) => (typeof value === "string" ? [] : fault("epcis-not-text", at));
export const number: Check = (value, at) =>
  typeof value === "number" && Number.isFinite(value) ? [] : fault("epcis-not-a-number", at);
export const trueOrFalse: Check = (value, at) =>
  typeof value === "boolean" ? [] : fault("epcis-not-true-or-false", at);
export const anything: Check = () => [];
export const address: Check = textThat("epcis-not-an-address", isAddress);
export const time: Check = textThat("epcis-not-a-time", (value) => instantOf(value) !== undefined);
/** From −14:00 to +14:00. */
export const offset: Check = textThat("epcis-offset-wrong", (value) =>
  /^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/.test(value),
);
/** A code of UN/ECE Recommendation 20: two or three letters and digits. */
export const unit: Check = textThat("epcis-unit-wrong", (value) => /^[A-Z0-9]{2,3}$/.test(value));
export const version: Check = textThat("epcis-version-wrong", (value) => /^\d+(?:\.\d+)*$/.test(value));
export const hexadecimal: Check = textThat("epcis-hexadecimal-wrong", (value) => /^[A-Fa-f0-9]+$/.test(value));
export const action: Check = textThat("epcis-action-unknown", (value) => ["OBSERVE", "ADD", "DELETE"].includes(value));

/** A bare word of a vocabulary, or an address of one's own. */
export function word(name: VocabularyName): Check {
  const kept = name === "measurement" || name === "alert" ? KEPT_FOR_QUANTITIES : KEPT;
  return textThat("epcis-word-unknown", (value) => isWord(name, value) || (isAddress(value) && !kept.test(value)));
}

/**
 * Whether a text is an absolute address.
 *
 * @example isAddress("urn:epc:id:sgtin:4012345.011111.9876") // → true
 * @example isAddress("certificate 12") // → false
 * @source RFC 3986, 3
 */
export function isAddress(value: string): boolean {
  return value.length <= LONGEST_ADDRESS && ADDRESS.test(value);
}

function textThat(code: EpcisProblemCode, fits: (value: string) => boolean): Check {
  return (value, at) => {
    if (typeof value !== "string") return fault("epcis-not-text", at);
    return fits(value) ? [] : fault(code, at, value);
  };
}
