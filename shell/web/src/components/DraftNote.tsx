import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { instantText } from "./date-text.ts";
import { Note } from "./ProblemAlert.tsx";
import type { DraftState } from "./use-draft.ts";

/** Says that an unsent draft was restored, whether the record moved on since, and lets it go. */
export function DraftNote({
  draft,
}: {
  readonly draft: Pick<DraftState<unknown>, "restoredAt" | "outdated" | "clear" | "kept">;
}) {
  const text = useText(commonText);
  const { language } = useLanguage();
  if (!draft.kept) return <Note>{text("draft.not-kept")}</Note>;
  if (!draft.restoredAt) return null;
  return (
    <Note>
      <p>{text("draft.restored", { time: instantText(draft.restoredAt, language) })}</p>
      {draft.outdated && <p>{text("draft.outdated")}</p>}
      <button type="button" className="plain-button" onClick={draft.clear}>
        {text("draft.discard")}
      </button>
    </Note>
  );
}
