/** What a linkset can have wrong; the sentences are in `@quanheng/contract/messages/gs1/linksets.ts`. */
export const LINKSET_CODES = [
  "linkset-not-an-object",
  "linkset-missing-member",
  "linkset-unknown-member",
  "linkset-wrong-type",
  "linkset-not-an-address",
  "linkset-not-a-relation",
  "linkset-not-a-language",
  "linkset-not-a-media-type",
] as const;

/** A problem with its place as a JSON pointer. */
export type LinksetProblem = { readonly code: (typeof LINKSET_CODES)[number]; readonly at: string };

type Members = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => LinksetProblem["code"] | undefined;

/** The beginning of an address, and a relation: an address without query, or a registered word in small letters. */
const ADDRESS = /^https?:\/\/[A-Za-z0-9./[\]_-]/;
const RELATION = /^(?:[a-z-]+|https?:\/\/[A-Za-z0-9./[\]\\^_`]+)$/;
const LANGUAGE = /^\w{2}(?:-\w{2})?$/;
const MEDIA_TYPE = /\w+\/[-+.\w]+/;

/** Members of a link besides `href` and `title`, which have to be there. */
const TARGET: Readonly<Record<string, Test>> = {
  href: (value) =>
    typeof value === "string" ? matches(ADDRESS, value, "linkset-not-an-address") : "linkset-wrong-type",
  title: (value) => (typeof value === "string" ? undefined : "linkset-wrong-type"),
  hreflang: (value) => languages(value),
  type: (value) =>
    typeof value === "string" ? matches(MEDIA_TYPE, value, "linkset-not-a-media-type") : "linkset-wrong-type",
  context: (value) => (Array.isArray(value) ? undefined : "linkset-wrong-type"),
  fwqs: (value) => (typeof value === "boolean" ? undefined : "linkset-wrong-type"),
  public: (value) => (typeof value === "boolean" ? undefined : "linkset-wrong-type"),
};

/**
 * Checks a linkset as a resolver would hand it out.
 *
 * @param described whether each item needs its description, as GS1 asks beyond RFC 9264
 * @returns all problems in document order, empty for a good one
 * @source RFC 9264, 4.2; GS1 linkset schema, draft-07 edition
 */
export function checkLinkset(value: unknown, described = true): readonly LinksetProblem[] {
  if (!isMembers(value)) return [{ code: "linkset-not-an-object", at: "" }];
  const { linkset } = value;
  const unknown = others(value, ["linkset"], "");
  if (linkset === undefined) return [...unknown, { code: "linkset-missing-member", at: "/linkset" }];
  if (!Array.isArray(linkset)) return [...unknown, { code: "linkset-wrong-type", at: "/linkset" }];
  return [...unknown, ...linkset.flatMap((context, n) => contextProblems(context, `/linkset/${n}`, described))];
}

function contextProblems(context: unknown, at: string, described: boolean): readonly LinksetProblem[] {
  if (!isMembers(context)) return [{ code: "linkset-wrong-type", at }];
  const required = described ? ["anchor", "itemDescription"] : ["anchor"];
  const missing = absent(context, required, at);
  const named = Object.entries(context).flatMap(([name, value]): readonly LinksetProblem[] => {
    const place = `${at}/${pointer(name)}`;
    if (name === "anchor") return found(TARGET["href"]!(value), place);
    if (name === "itemDescription") return found(TARGET["title"]!(value), place);
    if (!RELATION.test(name)) return [{ code: "linkset-not-a-relation", at: place }];
    if (!Array.isArray(value)) return [{ code: "linkset-wrong-type", at: place }];
    return value.flatMap((target, n) => targetProblems(target, `${place}/${n}`));
  });
  return [...missing, ...named];
}

function targetProblems(target: unknown, at: string): readonly LinksetProblem[] {
  if (!isMembers(target)) return [{ code: "linkset-wrong-type", at }];
  const known = Object.keys(TARGET);
  const tested = known.flatMap((name) =>
    target[name] === undefined ? [] : found(TARGET[name]!(target[name]), `${at}/${name}`),
  );
  return [...absent(target, ["href", "title"], at), ...others(target, known, at), ...tested];
}

function languages(value: unknown): LinksetProblem["code"] | undefined {
  if (!Array.isArray(value)) return "linkset-wrong-type";
  return value.every((each) => typeof each === "string" && LANGUAGE.test(each)) ? undefined : "linkset-not-a-language";
}

function matches(pattern: RegExp, value: string, code: LinksetProblem["code"]): LinksetProblem["code"] | undefined {
  return pattern.test(value) ? undefined : code;
}

function found(code: LinksetProblem["code"] | undefined, at: string): readonly LinksetProblem[] {
  return code === undefined ? [] : [{ code, at }];
}

function absent(members: Members, names: readonly string[], at: string): readonly LinksetProblem[] {
  return names
    .filter((name) => members[name] === undefined)
    .map((name) => ({ code: "linkset-missing-member", at: `${at}/${name}` }));
}

function others(members: Members, names: readonly string[], at: string): readonly LinksetProblem[] {
  return Object.keys(members)
    .filter((name) => !names.includes(name))
    .map((name) => ({ code: "linkset-unknown-member", at: `${at}/${pointer(name)}` }));
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
