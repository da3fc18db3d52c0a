import { z } from "zod";

/** What fastify calls for params, query and body: the contract's schema decides and its defaults fill in. */
export function validatorCompiler({ schema }: { readonly schema: unknown }) {
  return (data: unknown) => {
    const parsed = (schema as z.ZodType).safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: parsed.error };
  };
}

/**
 * What fastify calls for an answer: only what the contract declares leaves the house; anything more is dropped and
 * anything missing is a bug.
 */
export function serializerCompiler({ schema }: { readonly schema: unknown }) {
  return (answer: unknown) => {
    const encoded = z.safeEncode(schema as z.ZodType, answer);
    if (!encoded.success) throw new Error("an answer does not match its contract", { cause: encoded.error });
    return JSON.stringify(encoded.data);
  };
}

/** One complaint of a schema, for the field it belongs to. */
export type FieldComplaint = {
  readonly path: string;
  readonly code: string;
  readonly facts: Record<string, string | number>;
};

/** Limits and formats that a form can show, never the value that was sent. */
export function complaintsOf(error: z.ZodError): readonly FieldComplaint[] {
  return error.issues.map((issue) => {
    const { path, code, message: _, input: __, ...rest } = issue as typeof issue & { input?: unknown };
    const facts = Object.entries(rest).filter(([, fact]) => typeof fact === "string" || typeof fact === "number");
    return { path: path.join("."), code: String(code), facts: Object.fromEntries(facts) as FieldComplaint["facts"] };
  });
}

/** A complaint about what came in, with the part of the request it was found in. */
export type RequestError = z.ZodError & { validationContext: string };

/** Whether an error is about the request; the same kind of error about our own data is a bug and reads as one. */
export function isRequestError(error: unknown): error is RequestError {
  return error instanceof z.ZodError && "validationContext" in error;
}

/** Parses what fastify does not validate itself: the text parts beside an upload. */
export function parseParts(schema: z.ZodType | undefined, parts: unknown): unknown {
  const parsed = schema?.safeParse(parts);
  if (parsed?.error) throw Object.assign(parsed.error, { validationContext: "body" });
  return parsed?.data;
}
