import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** The methods of cocoon and silk as the platform offers them, in the order in which the laboratory lists them. */
export const silkMethods: readonly MethodDefinition[] = [];
