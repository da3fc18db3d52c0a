import type { listDocuments } from "@quanheng/contract/routes/library-documents.ts";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../../api/client.ts";
import { dayText } from "../../../components/date-text.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to } from "../../../paths.ts";

type Fallen = Answer<typeof listDocuments>["items"][number]["fallen"];

/** Whether a document stands, and if not, what took its place and since when. */
export function Standing({ of }: { readonly of: Fallen }) {
  const text = useText(libraryEditingText);
  const { language } = useLanguage();
  if (of === null) return <span className="mark is-verified">{text("standing.current")}</span>;
  return (
    <span className="document">
      <span>
        <span className="mark is-retired">{text(`standing.${of.reason}`)}</span>{" "}
        {of.since && <span className="quiet">{text("standing.since", { day: dayText(of.since, language) })}</span>}
      </span>
      {of.successor && <Link to={to.document(of.successor)}>{text("standing.by", { document: of.successor })}</Link>}
    </span>
  );
}
