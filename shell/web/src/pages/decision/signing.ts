import type { getSigning } from "@quanheng/contract/routes/decision.ts";
import type { Answer } from "../../api/client.ts";

/** All that a signatory decides on, as the platform answers it. */
export type Signing = Answer<typeof getSigning>;
