import type { ReactNode } from "react";
import { ProblemError } from "../api/problem-error.ts";
import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import "./stateful.css";

/**
 * What the platform declined and what to do about it, in the reader's language.
 *
 * Announced to a screen reader when it appears. Entries at fault are listed with the names that `labelOf` gives them.
 */
export function ProblemAlert({
  error,
  again,
  labelOf = (path) => path,
  children,
}: {
  readonly error: unknown;
  readonly again?: () => void;
  readonly labelOf?: (path: string) => string;
  readonly children?: ReactNode;
}) {
  const text = useText(commonText);
  const { language, own } = useLanguage();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error : null;
  const both = language !== "zh" && language !== "en";

  return (
    <div className="problem" role="alert">
      <AlertIcon />
      <div className="problem-body">
        <p>{problem ? problem.sentence[own] : text("failed.title")}</p>
        {both && problem && <p className="problem-other">{problem.sentence.zh}</p>}
        {problem && problem.fields.length > 0 && (
          <ul aria-label={text("fields.title")}>
            {problem.fields.map(({ path, code }) => (
              <li key={`${path} ${code}`}>{labelOf(path)}</li>
            ))}
          </ul>
        )}
        {children}
        {again && (
          <button type="button" className="plain-button" onClick={again}>
            {text("retry")}
          </button>
        )}
      </div>
    </div>
  );
}

/** Something to know before going on; not a failure. */
export function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div className="problem is-note" role="note">
      <AlertIcon />
      <div className="problem-body">{children}</div>
    </div>
  );
}

function AlertIcon() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      aria-hidden="true"
    >
      <circle cx="9" cy="9" r="7.5" />
      <path d="M9 5v4.6M9 12.6v.2" strokeLinecap="round" />
    </svg>
  );
}
