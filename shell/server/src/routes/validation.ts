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
  return (answer: unknown) => JSON.stringify(z.encode(schema as z.ZodType, answer));
}

/** One complaint of a schema, for the field it belongs to. */
export type FieldComplaint = { readonly path: string; readonly code: string; readonly facts: Record<string, string | number> };

/** Limits and formats that a form can show, never the value that was sent. */
export function complaintsOf(error: z.ZodError): readonly FieldComplaint[] {
  return error.issues.map((issue) => {
    const { path, code, message: _, input: __, ...rest } = issue as typeof issue & { input?: unknown };
    const facts = Object.entries(rest).filter(([, fact]) => typeof fact === "string" || typeof fact === "number");
    return { path: path.join("."), code: String(code), facts: Object.fromEntries(facts) };
  });
}

/** Answers that are errors of a schema on what came in; `params` among them mean an address that leads nowhere. */
export function isSchemaError(error: unknown): error is z.ZodError & { validationContext?: string } {
  return error instanceof z.ZodError;
}
