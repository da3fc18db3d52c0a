import type { ReactNode } from "react";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { InstantText } from "./DateText.tsx";
import "./timeline.css";

export type TimelineItem = {
  readonly key: string;
  readonly label: string;
  readonly state: "done" | "now" | "next" | "failed";
  readonly at?: string | null;
  readonly note?: ReactNode;
};

/** The steps of a matter in order; where it stands is said in words for a screen reader. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  const text = useText(commonText);
  return (
    <ol className="timeline">
      {items.map(({ key, label, state, at, note }) => (
        <li
          key={key}
          className={`timeline-item is-${state}`}
          {...(state === "now" ? { "aria-current": "step" as const } : {})}
        >
          <span className="timeline-dot" aria-hidden="true">
            {state === "done" ? "✓" : state === "failed" ? "✕" : ""}
          </span>
          <span className="timeline-label">
            {label}
            <span className="visually-hidden">, {text(`timeline.${state}`)}</span>
          </span>
          {at && (
            <span className="timeline-at">
              <InstantText at={at} />
            </span>
          )}
          {note && <span className="timeline-note">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
