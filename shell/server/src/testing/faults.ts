import type { KyselyPlugin, PluginTransformQueryArgs, RootOperationNode } from "kysely";
import type { Context } from "../context.ts";

/**
 * The same context with a database that breaks at its nth statement, so that a test can see that whatever fails, nothing is half done.
 *
 * Statements are counted from 1 over all transactions; setting the actor, BEGIN and COMMIT are not counted.
 */
export function breakingAt(n: number, context: Context): Context {
  let statements = 0;
  const breaking: KyselyPlugin = {
    transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
      if (!setsActor(node) && ++statements === n) throw new Error(`injected fault in statement ${n}`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...context, db: context.db.withPlugin(breaking) };
}

function setsActor(node: RootOperationNode): boolean {
  return node.kind === "RawNode" && node.sqlFragments.some((fragment) => fragment.includes("qh.person"));
}
