import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** The methods of electronics as the platform offers them, in the order in which the laboratory lists them. */
export const electronicsMethods: readonly MethodDefinition[] = [];
