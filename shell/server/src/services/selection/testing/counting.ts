import type { Context } from "../../../context.ts";

/** The same context, counting the statements that go to its database (setting the actor counts as one). */
export function counting(context: Context): { readonly context: Context; statements(): number } {
  let statements = 0;
  const db = context.db.withPlugin({
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { context: { ...context, db }, statements: () => statements };
}
