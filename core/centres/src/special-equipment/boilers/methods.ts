import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** The methods of industrial boilers as the platform offers them, in the order in which the laboratory lists them. */
export const boilersMethods: readonly MethodDefinition[] = [];
