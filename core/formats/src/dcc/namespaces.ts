import { DSIG } from "../xades/algorithms.ts";

export const DCC = "https://ptb.de/dcc";
export const SI = "https://ptb.de/si";
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** The prefix by which the rules name a namespace; "" for all others. */
export function prefixOf(namespace: string): string {
  if (namespace === DCC) return "dcc";
  if (namespace === SI) return "si";
  return namespace === DSIG ? "ds" : "";
}
