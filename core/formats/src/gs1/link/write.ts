import { identifierOrUnknown } from "../dictionary/lookup.ts";
import type { Element, ReadingOptions } from "../element.ts";
import { problem, type Result } from "../problem.ts";
import { escaped, queryEscaped } from "./escape.ts";
import { bestSequence } from "./sequence.ts";

/** The address that canonical links begin with. */
export const CANONICAL_STEM = "https://id.gs1.org";

export type WritingOptions = Pick<ReadingOptions, "unknownAttributes"> & {
  /** How many of the first elements are the path, where an address that was read says so; else the best fit is taken. */
  readonly inPath?: number;
};

/**
 * The address of a message: its first primary key with qualifiers as path, everything else as query, values of fixed
 * length first.
 *
 * @param stem scheme, host and optional path; the canonical form has `https://id.gs1.org`
 * @source GS1 Digital Link URI syntax 1.6.0, 4.12
 */
export function writeLink(
  elements: readonly Element[],
  stem: string = CANONICAL_STEM,
  options: WritingOptions = {},
): Result<string> {
  const parts = elements.map(({ ai, value }) => ({ ai, value, entry: identifierOrUnknown(ai, 0, ai.length) }));
  const key = parts.find(({ entry }) => entry?.qualifiers !== undefined);
  if (key?.entry === undefined) return problem("cannot-create-dl-uri-without-primary-key-ai", 0, 0);
  const inPath =
    options.inPath === undefined
      ? [key.ai, ...bestSequence(key.entry, (ai) => parts.some((part) => part.ai === ai))]
      : parts.slice(0, options.inPath).map(({ ai }) => ai);
  const path = inPath.map((ai) => `/${ai}/${escaped(parts.find((part) => part.ai === ai)?.value ?? "")}`).join("");

  const rest = parts.filter(({ ai }, i) => !inPath.includes(ai) && parts.findIndex((part) => part.ai === ai) === i);
  const attributes = [...rest.filter(({ entry }) => entry?.fixed), ...rest.filter(({ entry }) => !entry?.fixed)];
  for (const { ai, entry } of attributes) {
    const known = entry !== undefined && entry.title !== "";
    if (known ? !entry.attribute : options.unknownAttributes !== true)
      return problem("ai-is-not-valid-data-attribute", 0, 0, { ai });
  }
  const query = attributes.map(({ ai, value }) => `${ai}=${queryEscaped(value)}`).join("&");
  return { ok: true, value: `${stem.replace(/\/$/, "")}${path}${query && `?${query}`}` };
}
