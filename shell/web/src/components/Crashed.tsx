import { ProblemError } from "../api/problem-error.ts";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { Failed } from "./Stateful.tsx";

/** A page that failed for a reason nobody foresaw, or whose part could not be loaded. */
export function Crashed({ error }: { readonly error: unknown }) {
  const text = useText(commonText);
  if (error instanceof ProblemError) return <Failed error={error} />;
  return (
    <div className="empty" role="alert">
      <h1>{text("crashed.title")}</h1>
      <p>{text("crashed.hint")}</p>
      <button type="button" className="plain-button" onClick={() => globalThis.location.reload()}>
        {text("reload")}
      </button>
    </div>
  );
}
