import { z } from "zod";
import { Bilingual, DecimalText } from "./common.ts";

const Figure = DecimalText.max(40);

/** What is agreed about the process that items come from. */
const Process = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("normal"), mean: Figure, sd: Figure }),
  z.strictObject({ kind: z.literal("reliability"), inTolerance: Figure }),
]);

const reproducibility = {
  kind: z.literal("iso-4259"),
  side: z.enum(["supplier", "recipient"]),
  reproducibility: Figure,
  repeatability: Figure.exactOptional(),
  results: z.int().min(1).max(1000).exactOptional(),
};
const general = {
  simple: { kind: z.enum(["simple", "jjf1094"]) },
  relaxed: { kind: z.literal("relaxed"), guard: Figure },
  proven: { kind: z.literal("iso-14253-1"), factor: Figure },
  ratio: { kind: z.literal("ratio"), method: z.enum(["ilac-g8", "rss", "rp-10", "managed-risk"]) },
  specific: { kind: z.literal("specific-risk"), consumer: Figure, process: Process.exactOptional() },
  global: {
    kind: z.literal("global-risk"),
    consumer: Figure,
    among: z.enum(["all", "accepted"]),
    process: Process,
  },
};

/** The rule of one characteristic; figures may be in the unit of its limit. */
export const ConformityRule = z.discriminatedUnion("kind", [
  z.strictObject(general.simple),
  z.strictObject({ kind: z.enum(["guarded", "non-binary"]), guard: Figure }),
  z.strictObject(general.relaxed),
  z.strictObject(general.proven),
  z.strictObject(general.ratio),
  z.strictObject(general.specific),
  z.strictObject(general.global),
  z.strictObject(reproducibility),
  z.strictObject({ kind: z.literal("emc"), assumed: Figure }),
]);

const agreed = {
  coverageProbability: Figure,
  /** Characteristics whose standards bring their own rule. */
  exceptions: z
    .array(z.strictObject({ characteristic: z.string().min(1).max(60), name: Bilingual, rule: ConformityRule }))
    .max(60)
    .readonly()
    .exactOptional(),
};

/** The rule by which conformity will be decided, agreed before anything is measured (ISO/IEC 17025:2017, 7.1.3). */
export const DecisionRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["simple", "guarded", "non-binary", "jjf1094"]),
    /** Guard band as a multiple of U; null where the rule fixes it. */
    guard: Figure.nullable(),
    ...agreed,
  }),
  z.strictObject({ ...general.relaxed, ...agreed }),
  z.strictObject({ ...general.proven, ...agreed }),
  z.strictObject({ ...general.ratio, ...agreed }),
  z.strictObject({ ...general.specific, ...agreed }),
  z.strictObject({ ...general.global, ...agreed }),
]);
export type DecisionRule = z.infer<typeof DecisionRule>;
