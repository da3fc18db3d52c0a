import { parentPort } from "node:worker_threads";
import { inflateSync } from "node:zlib";
import type { Inflate } from "@quanheng/formats/pdf/inflate.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { VerifyingAnswer, VerifyingJob } from "./job.ts";
import { useNativeArithmetic } from "./native-arithmetic.ts";

useNativeArithmetic();
// A file of 20 MB takes a third of a second; in its own thread it holds up no request.
parentPort?.on("message", (job: VerifyingJob) => parentPort?.postMessage(answerTo(job)));

function answerTo({ id, input, bundle }: VerifyingJob): VerifyingAnswer {
  try {
    return { id, ok: true, verification: verifyReport({ ...input, trust: readTrust(bundle), inflate: fastInflate }) };
  } catch (error) {
    return { id, ok: false, error };
  }
}

/** The platform's own zlib with a bound, for files from anybody. */
const fastInflate: Inflate = (zlib, limit) => {
  try {
    return inflateSync(zlib, { maxOutputLength: limit });
  } catch {
    throw new Refusal("inflate-failed");
  }
};
