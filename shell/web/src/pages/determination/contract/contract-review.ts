import type { getContractReview } from "@quanheng/contract/routes/determination.ts";
import type { Answer } from "../../../api/client.ts";

/** What a laboratory checks before it says yes, as the platform answers it. */
export type ContractReview = Answer<typeof getContractReview>;
