import { keyProblem } from "@quanheng/formats/gs1/key.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { InstitutionRow } from "../../store/institution.ts";
import type { SampleKey } from "../../store/sample.ts";

type Laboratory = Pick<InstitutionRow, "id" | "identifiers">;

/** GS1 reserves 952 for demonstrations: a key that begins so is nobody's, and cannot collide with a licensed one. */
const DEMONSTRATION_PREFIX = "9520001";
/** Digits of a GLN that are the company prefix in this cluster: the licence of every institution here has seven. */
const PREFIX_DIGITS = 7;
/** Most characters of a laboratory's code. */
const CODE_LENGTH = 9;
/** A GIAI has at most 30 characters, of which year, number and part take 14: `-S26-000017-20`. */
const GIAI_LENGTH = 30;
const REST_LENGTH = 14;

/**
 * The number of a sample as people read it aloud: the laboratory's code, the year, a number that never repeats.
 *
 * @example `SUGAR-S26-000017`
 */
export function sampleNumber(laboratory: Laboratory, year: number, sequence: number): string {
  return `${codeOf(laboratory)}-S${String(year % 100).padStart(2, "0")}-${String(sequence).padStart(6, "0")}`;
}

/** The number of the nth part of a sample, from 1. */
export function partNumber(number: string, part: number): string {
  return `${number}-${part}`;
}

/**
 * The key on a sample's label: an individual asset identifier of the laboratory that keeps it.
 *
 * @source GS1 General Specifications, GIAI: company prefix, then up to 30 characters altogether
 */
export function assetKey(laboratory: Laboratory, number: string): SampleKey {
  const value = `${companyPrefix(laboratory)}${number}`;
  invariant(keyProblem("GIAI", value) === undefined, `${value} is a GIAI`);
  return { ai: "8004", value };
}

/** The numbers that a scanned asset identifier may stand for, whatever the length of its company prefix. */
export function numbersIn(giai: string): readonly string[] {
  return [7, 8, 9, 10, 11, 12, 6, 5, 4].map((digits) => giai.slice(digits)).filter((number) => number.length >= 8);
}

function companyPrefix({ identifiers }: Laboratory): string {
  const named = identifiers.find(({ scheme }) => scheme === "GS1 company prefix")?.value;
  const location = identifiers.find(({ scheme }) => scheme === "GLN")?.value.slice(0, PREFIX_DIGITS);
  return named ?? location ?? DEMONSTRATION_PREFIX;
}

/** The end of a made id is random, so that its last characters tell laboratories apart; a long prefix leaves fewer. */
function codeOf(laboratory: Laboratory): string {
  const room = GIAI_LENGTH - REST_LENGTH - companyPrefix(laboratory).length;
  return laboratory.id.slice("ins-".length).slice(-Math.min(CODE_LENGTH, room)).toUpperCase();
}
