import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ProblemError } from "../api/problem-error.ts";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { toPage } from "../paths.ts";
import { ProblemAlert } from "./ProblemAlert.tsx";
import "./stateful.css";

type Source<Data> = {
  readonly data: Data | undefined;
  readonly error: ProblemError | null;
  readonly refetch?: () => unknown;
};

/**
 * The four states of whatever is read from the platform: loading, empty, failed, forbidden; else the content.
 *
 * @param of what `useCall` answers
 * @param empty whether the answer holds nothing, and what to say and offer then
 */
export function Stateful<Data>({
  of: { data, error, refetch },
  empty,
  children,
}: {
  readonly of: Source<Data>;
  readonly empty?: { readonly when: (data: Data) => boolean; readonly text: string; readonly action?: ReactNode };
  readonly children: (data: Data) => ReactNode;
}) {
  if (data === undefined && error)
    return <Failed error={error} {...(refetch ? { again: () => void refetch() } : {})} />;
  if (data === undefined) return <Loading />;
  if (empty?.when(data)) return <Empty text={empty.text}>{empty.action}</Empty>;
  return (
    <>
      {error && <ProblemAlert error={error} />}
      {children(data)}
    </>
  );
}

/** Grey lines after a moment; a quick answer shows no flicker. */
export function Loading() {
  const text = useText(commonText);
  return (
    <div className="loading" role="status" aria-live="polite">
      <span className="visually-hidden">{text("loading")}</span>
      <span className="loading-line" />
      <span className="loading-line" />
      <span className="loading-line is-short" />
    </div>
  );
}

export function Empty({ text, children }: { readonly text?: string; readonly children?: ReactNode }) {
  const say = useText(commonText);
  return (
    <div className="empty">
      <svg
        width="48"
        height="40"
        viewBox="0 0 48 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M6 22 12 8h24l6 14v10H6zM6 22h11l2 4h10l2-4h11" strokeLinejoin="round" />
      </svg>
      <p>{text ?? say("empty.default")}</p>
      {children}
    </div>
  );
}

/** A page or part that could not be read: forbidden and lost connections are told apart by the sentence. */
export function Failed({ error, again }: { readonly error: ProblemError; readonly again?: () => void }) {
  if (error.status === 403) return <Forbidden sentence={error} part />;
  return (
    <div className="state-page">
      <ProblemAlert error={error} {...(again ? { again } : {})} />
    </div>
  );
}

/** What a reader may not see; the whole of a page unless `part` says that a title stands above it. */
export function Forbidden({ sentence, part = false }: { readonly sentence?: ProblemError; readonly part?: boolean }) {
  const text = useText(commonText);
  const Title = part ? "h2" : "h1";
  return (
    <div className="empty" role="alert">
      <svg
        width="40"
        height="40"
        viewBox="0 0 40 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        aria-hidden="true"
      >
        <rect x="9" y="18" width="22" height="15" rx="2.5" />
        <path d="M14 18v-5a6 6 0 0 1 12 0v5" />
      </svg>
      <Title>{text("forbidden.title")}</Title>
      {sentence && <ProblemAlert error={sentence} />}
      <p>{text("forbidden.hint")}</p>
      <Link to={toPage("home")}>{text("back.home")}</Link>
    </div>
  );
}
