import { companyPrefixLength } from "@quanheng/formats/gs1/prefix/company-prefix.ts";
import { prefixRange } from "@quanheng/formats/gs1/prefix/organisations.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs } from "./engine.ts";

/** The use that we give a prefix whose published usage is a sentence instead of an organisation. */
const USES: readonly (readonly [usage: RegExp, use: string])[] = [
  [/Restricted Circulation/, "restricted"],
  [/^Unused/, "unused"],
  [/^GS1 US reserved|^Managed by/, "reserved"],
  [/General Manager/, "manager-number"],
  [/demonstrations/, "example"],
  [/GTIN-8/, "gtin-8"],
  [/ISSN/, "serial-publication"],
  [/ISBN/, "book"],
  [/Refund/, "refund"],
  [/coupon/, "coupon"],
];

/** Lengths by prefix: at both ends of the numbers that begin with it. */
export function prefixLengthCases(content: unknown): readonly CaseResult[] {
  return Object.entries(content as Record<string, number>).map(([prefix, length]) =>
    compared(
      `length ${prefix}`,
      prefix,
      [
        differs("first", companyPrefixLength(prefix), length),
        differs("last", companyPrefixLength(prefix.padEnd(13, "9")), length),
      ].filter(Boolean),
    ),
  );
}

export function organisationCases(content: unknown): readonly CaseResult[] {
  return (content as readonly { prefix: string; usage: string }[]).map(({ prefix, usage }) => {
    const use = USES.find(([pattern]) => pattern.test(usage))?.[1] ?? "organisation";
    const ends = [prefix.padEnd(13, "0"), prefix.padEnd(13, "9")].map(prefixRange);
    return compared(
      `prefix ${prefix}`,
      prefix,
      ends
        .flatMap((range) => [
          differs("use", range?.use, use),
          use === "organisation" ? differs("organisation", range?.organisation, usage) : "",
        ])
        .filter(Boolean),
    );
  });
}
