import { type JudgedFiles, judgeFiles, type NamedFile } from "@quanheng/formats/verify/gather.ts";
import { kindOfFile } from "@quanheng/formats/verify/recognise.ts";
import { isBundle, NO_TRUST, readTrust, type Trust } from "@quanheng/formats/verify/trust.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";

/** Whom the reader trusts, and from where that is known; `name` is null for the bundle that came with the page. */
export type Trusted = { readonly trust: Trust; readonly madeAt: string; readonly name: string | null };

export type State = {
  readonly files: readonly NamedFile[];
  readonly trusted: Trusted | null;
  readonly judged: JudgedFiles | null;
  /** Name of a bundle that could not be read. */
  readonly bad: string | null;
};

/** A bundle from its JSON; null for anything else. */
export function trustedFrom(json: string, name: string | null): Trusted | null {
  try {
    const value: unknown = JSON.parse(json);
    return isBundle(value) ? { trust: readTrust(value), madeAt: value.madeAt, name } : null;
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/**
 * Takes what was handed in at once: a bundle replaces the one in use, documents replace the former ones.
 *
 * @param now the present instant, ISO 8601 in UTC
 */
export function handedIn(former: State, given: readonly NamedFile[], now: string): State {
  const bundles = given.filter(({ bytes }) => kindOfFile(bytes) === "trust");
  const documents = given.filter((file) => !bundles.includes(file));
  const last = bundles.at(-1);
  const fresh = last ? trustedFrom(new TextDecoder().decode(last.bytes), last.name) : former.trusted;
  const files = documents.length > 0 ? documents : former.files;
  return judged({ files, trusted: fresh ?? former.trusted, judged: null, bad: last && !fresh ? last.name : null }, now);
}

/** The same files judged by what is trusted now. */
export function judged(state: State, now: string): State {
  const { files, trusted } = state;
  if (files.length === 0) return { ...state, judged: null };
  return { ...state, judged: judgeFiles(files, { trust: trusted?.trust ?? NO_TRUST, now }) };
}
