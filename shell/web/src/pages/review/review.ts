import type { getReview } from "@quanheng/contract/routes/review.ts";
import type { Answer } from "../../api/client.ts";

/** One task with what calls for attention, as the platform answers it. */
export type Review = Answer<typeof getReview>;
