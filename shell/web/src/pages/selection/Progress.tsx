import { useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import "./selection.css";

/** How many of the tests are approved, as a bar and in words. */
export function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const text = useText(selectionText);
  if (total === 0) return <span className="quiet">{text("progress.none")}</span>;
  return (
    <span className="progress">
      <span className="progress-track" aria-hidden="true">
        <span className="progress-bar" style={{ width: `${(100 * done) / total}%` }} />
      </span>
      <span>{text("progress.of", { done, total })}</span>
    </span>
  );
}
