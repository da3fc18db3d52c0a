import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** The methods of urban energy metering as the platform offers them, in the order in which the laboratory lists them. */
export const urbanEnergyMethods: readonly MethodDefinition[] = [];
