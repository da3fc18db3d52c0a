import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { RowProblem as View } from "@quanheng/contract/routes/library-editing.ts";
import type { RowProblem } from "@quanheng/flow/selection/library/row-problem.ts";
import type { z } from "zod";

/** A problem of a row with its sentence. */
export function problemView({ field, code, facts }: RowProblem): z.infer<typeof View> {
  return { field, code, facts: { ...facts }, sentence: problemSentence(code, facts) };
}
