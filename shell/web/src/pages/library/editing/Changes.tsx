import type { checkProposal } from "@quanheng/contract/routes/library-editing.ts";
import type { Answer } from "../../../api/client.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";

type Change = Answer<typeof checkProposal>["changes"][number];

/** What becomes of each field, before and after. */
export function Changes({ of }: { readonly of: readonly Change[] }) {
  const text = useText(libraryEditingText);
  return (
    <ul className="plain-list">
      {of.map(({ field, before, after }) => (
        <li key={field}>
          <b>{text(`field.${field}`)}</b>: <del>{before || "—"}</del> → <ins>{after || "—"}</ins>
        </li>
      ))}
    </ul>
  );
}
