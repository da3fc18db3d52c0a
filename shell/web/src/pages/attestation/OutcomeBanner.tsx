import type { Check } from "@quanheng/formats/verify/check.ts";
import type { Outcome } from "@quanheng/formats/verify/outcome.ts";
import { outcomeSentence } from "@quanheng/formats/verify/sentences.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "../../i18n/catalogue.ts";
import { headline } from "./headline.ts";

/** `registered`, `amended` and `not-found` are the register's word on a number, not a finding on a document. */
export type ShownOutcome = Outcome | keyof typeof OF_REGISTER;

const OF_REGISTER = {
  registered: {
    zh: "登记有效：以此编号签发的报告在登记簿中，目前有效。",
    en: "Registered: a report was issued here under this number and is in force.",
  },
  amended: {
    zh: "已被替换：请使用修改后的新文件。",
    en: "Replaced: a newer document stands in its place. Use that one.",
  },
  "not-found": {
    zh: "查无此件：登记簿中没有以此编号签发的文件。",
    en: "Not found: nothing was issued here under this number.",
  },
} as const satisfies Record<string, Bilingual>;

const sentenceOf = (outcome: ShownOutcome, checks: readonly Check[]): Bilingual =>
  outcome in OF_REGISTER
    ? OF_REGISTER[outcome as keyof typeof OF_REGISTER]
    : outcomeSentence(outcome as Outcome, checks);

/** May it be relied on: yes, not now, or no. */
const WEIGHT = {
  valid: "good",
  registered: "good",
  suspended: "caution",
  amended: "caution",
  "valid-but-amended": "caution",
  expired: "caution",
  "status-unknown": "caution",
  "not-found": "stop",
  unreadable: "stop",
  altered: "stop",
  contradiction: "stop",
  "untrusted-chain": "stop",
  "unknown-signer": "stop",
  withdrawn: "stop",
  "not-in-log": "stop",
  "log-inconsistent": "stop",
} as const satisfies Record<ShownOutcome, string>;

/** The one answer, large, by sign and word, always in both languages; it takes the focus when it appears. */
export function OutcomeBanner({
  outcome,
  checks,
  children,
}: {
  readonly outcome: ShownOutcome;
  /** Of the document, so that a registration that was not checked is said. */
  readonly checks?: readonly Check[];
  readonly children?: ReactNode;
}) {
  const { own } = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed outcome is read out again
  useEffect(() => {
    title.current?.focus();
  }, [outcome]);
  const sentence = sentenceOf(outcome, checks ?? []);
  const first = headline(sentence[own]);
  const second = headline(sentence[own === "zh" ? "en" : "zh"]);
  const weight = WEIGHT[outcome];
  return (
    <section className={`outcome is-${weight}`} data-outcome={outcome}>
      <svg
        className="outcome-sign"
        viewBox="0 0 48 48"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {SIGNS[weight]}
      </svg>
      <div>
        <h2 ref={title} tabIndex={-1}>
          <span lang={own === "zh" ? "zh-CN" : "en"}>{first.head}</span>{" "}
          <span className="outcome-other" lang={own === "zh" ? "en" : "zh-CN"}>
            {second.head}
          </span>
        </h2>
        {first.rest && <p lang={own === "zh" ? "zh-CN" : "en"}>{first.rest}</p>}
        {second.rest && (
          <p className="outcome-second" lang={own === "zh" ? "en" : "zh-CN"}>
            {second.rest}
          </p>
        )}
        {children}
      </div>
    </section>
  );
}

const SIGNS = {
  good: (
    <>
      <circle cx="24" cy="24" r="21" strokeWidth="3" />
      <path d="m14 25 7 7 14-16" />
    </>
  ),
  caution: (
    <>
      <path d="M24 5 45 42H3z" strokeWidth="3" />
      <path d="M24 19v10M24 35v.3" />
    </>
  ),
  stop: (
    <>
      <path d="M16 3h16l13 13v16L32 45H16L3 32V16z" strokeWidth="3" />
      <path d="m17 17 14 14M31 17 17 31" />
    </>
  ),
} as const;
