import { z } from "zod";
import { Bilingual, MarketCode } from "./common.ts";

/** One verdict on one requirement of one market, as it is sent. */
export const MarketVerdict = z.object({
  rowId: z.string(),
  market: MarketCode,
  document: z.string(),
  clause: z.string(),
  characteristic: z.string(),
  limitText: Bilingual,
  compare: z.enum(["full", "rounded"]),
  verdict: z.enum(["pass", "conditional", "fail", "undecided"]),
  indicative: z.boolean(),
  /** Probability that a stated pass is false, or null where it cannot be stated. */
  probabilityFalseAcceptance: z.string().nullable(),
  because: Bilingual,
});
export type MarketVerdict = z.infer<typeof MarketVerdict>;
