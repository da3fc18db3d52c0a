import type { getDocument } from "@quanheng/contract/routes/library-documents.ts";
import type { Answer } from "../../../api/client.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";

type Trap = Answer<typeof getDocument>["traps"][number];

/** What is easily mistaken about a document, a sentence each. */
export function Traps({ of }: { readonly of: readonly Trap[] }) {
  const text = useText(libraryEditingText);
  const sentence = (trap: Trap): string => {
    switch (trap.kind) {
      case "adopts-fallen":
        return text("trap.adopts-fallen", {
          document: trap.document,
          successor: trap.successor ?? text("document.none"),
        });
      case "other-edition-adopted":
        return text("trap.other-edition-adopted", { document: trap.document, own: trap.own, other: trap.other });
      case "same-number":
        return text("trap.same-number", { document: trap.document });
      case "day-uncertain":
        return text(`trap.day-uncertain.${trap.precision}`);
      case "not-identical":
        return text(`trap.not-identical.${trap.degree}`, { document: trap.document });
    }
  };
  if (of.length === 0) return <p className="quiet">{text("document.traps.none")}</p>;
  return (
    <ul className="plain-list">
      {of.map((trap) => (
        <li key={sentence(trap)}>{sentence(trap)}</li>
      ))}
    </ul>
  );
}
