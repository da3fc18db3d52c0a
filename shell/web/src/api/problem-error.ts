import type { Problem } from "@quanheng/contract/schemas/common.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";

/** One entry of a form that the server did not accept: `path` like `item.lotNumber`. */
export type FieldComplaint = NonNullable<Problem["fields"]>[number];

/**
 * The platform's "no" as it reached this page.
 *
 * `status` is 0 when no answer came at all (`connection-lost`). `facts` of a 409 say who changed what and when.
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
  readonly fields: readonly FieldComplaint[];
  readonly sentence: Bilingual;

  constructor(problem: {
    readonly status: number;
    readonly code: string;
    readonly facts?: Facts;
    readonly fields?: readonly FieldComplaint[];
    readonly sentence: Bilingual;
  }) {
    super(`${problem.status} ${problem.code}`);
    this.name = "ProblemError";
    this.status = problem.status;
    this.code = problem.code;
    this.facts = problem.facts ?? {};
    this.fields = problem.fields ?? [];
    this.sentence = problem.sentence;
  }
}

/** What a failed answer says. An answer that is no problem document (a proxy in between, say) still gets a sentence. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const given: unknown = await response.json().catch(() => null);
  const { code, facts, fields, sentence, title } = (given ?? {}) as Partial<Problem>;
  if (typeof code !== "string") return new ProblemError({ ...UNREADABLE, status: response.status });
  return new ProblemError({
    status: response.status,
    code,
    facts: (facts ?? {}) as Facts,
    fields: fields ?? [],
    sentence: sentence ?? { zh: title ?? code, en: title ?? code },
  });
}

/** No answer came. What was typed is still on the page, and drafts are kept. */
export function connectionLost(): ProblemError {
  return new ProblemError({
    status: 0,
    code: "connection-lost",
    sentence: {
      zh: "与平台的连接中断。您输入的内容仍保留在本页，恢复连接后请重试。",
      en: "The connection to the platform is lost. What you typed is kept on this page; try again when it is back.",
    },
  });
}

const UNREADABLE = {
  code: "unreadable-answer",
  sentence: {
    zh: "平台的回答无法读取，请稍后重试。",
    en: "The answer of the platform could not be read. Try again shortly.",
  },
} as const;
