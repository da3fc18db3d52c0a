/** Facts a person needs to act on a refusal: plain values only, so that they cross the wire and fill a sentence. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * An expected "no": the request was understood and the platform declines it for a stated reason.
 *
 * `code` is stable and public (clients and translations key on it); `facts` carry what a person needs to act.
 * The sentence itself lives in the message catalogues (`@quanheng/contract/messages`), never here.
 * A bug is not a Refusal: use `invariant`.
 */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  readonly facts: Facts;

  constructor(code: Code, facts: Facts = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}

/** Declines with one of a package's codes; it never returns. */
export type Refuse<Code extends string> = (code: Code, facts?: Facts) => never;

/**
 * Makes the `refuse` of one package, so that each package has a closed list of codes.
 *
 * @example refusalOf(() => refuser()("too-few-readings", { given: 1 })) // → "too-few-readings" (declined with the code)
 * @throws Refusal with the code that is given, when what it returns is called
 * @source ours: refusals are values with a public code, their sentences live in the catalogues
 */
export function refuser<Code extends string>(): Refuse<Code> {
  return (code, facts) => {
    throw new Refusal<Code>(code, facts);
  };
}

/**
 * What must hold if the code is right; a failure is a bug, never a message for a user.
 *
 * @param claim what must hold, for whoever reads the failure
 * @example (() => { try { invariant(1 > 2, "1 exceeds 2"); } catch (error) { return error.message; } })() // → "invariant: 1 exceeds 2" (1 < 2)
 * @throws Error where the condition is false
 * @source ours: a fault of the code is no refusal
 */
export function invariant(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${claim}`);
}
