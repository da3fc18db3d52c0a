import type { getSample } from "@quanheng/contract/routes/determination.ts";
import type { Answer } from "../../../api/client.ts";

/** One sample with its parts, as the platform answers it. */
export type SampleDetail = Answer<typeof getSample>;
