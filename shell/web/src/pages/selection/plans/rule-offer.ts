import type { DecisionRuleChoice } from "@quanheng/contract/schemas/selection.ts";
import type { z } from "zod";

/** A decision rule as the server offers it, with its sentence and its risk. */
export type RuleOffer = z.output<typeof DecisionRuleChoice>;
export type RuleKind = RuleOffer["rule"]["kind"];
