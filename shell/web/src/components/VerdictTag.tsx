import { verdictNames } from "@quanheng/contract/messages/terms.ts";
import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import "./verdict.css";

export type Verdict = keyof typeof verdictNames;

/** A verdict by word, sign and colour; hatched when it is indicative only. */
export function VerdictTag({
  verdict,
  indicative = false,
}: {
  readonly verdict: Verdict;
  readonly indicative?: boolean;
}) {
  const text = useText(commonText);
  const { own } = useLanguage();
  return (
    <span
      className={`verdict is-${verdict}${indicative ? " is-indicative" : ""}`}
      title={indicative ? text("indicative.why") : undefined}
    >
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {SIGNS[verdict]}
      </svg>
      {verdictNames[verdict][own]}
      {indicative && <small> · {text("indicative")}</small>}
    </span>
  );
}

const SIGNS = {
  pass: <path d="M2 7.5 5.5 11 12 3.5" />,
  conditional: <path d="M7 2 13 12H1zM7 6v2.5M7 10.4v.1" strokeWidth="1.5" />,
  fail: <path d="M3 3l8 8M11 3l-8 8" />,
  undecided: <path d="M4.6 5a2.4 2.4 0 1 1 3.6 2.1C7.3 7.6 7 8 7 8.9M7 11.6v.1" strokeWidth="1.7" />,
} as const satisfies Record<Verdict, unknown>;
