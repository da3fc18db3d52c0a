import type { TrustBundle } from "@quanheng/formats/verify/trust.ts";
import type { ReportVerification, VerifyInput } from "@quanheng/formats/verify/verify-report.ts";

/** One document to verify; the bundle is a plain value, because it crosses threads. */
export type VerifyingJob = {
  readonly id: number;
  readonly input: Omit<VerifyInput, "trust" | "inflate">;
  readonly bundle: TrustBundle;
};

export type VerifyingAnswer =
  | { readonly id: number; readonly ok: true; readonly verification: ReportVerification }
  | { readonly id: number; readonly ok: false; readonly error: unknown };
