import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import { Mark } from "../determination/Mark.tsx";
import type { Signing } from "./signing.ts";

/** What the report still lacks, item by item of the standard; nothing is issued before the list is empty. */
export function Missing({ missing, openTasks }: Pick<Signing, "missing" | "openTasks">) {
  const text = useText(decisionText);
  const { own } = useLanguage();
  const complete = missing.length === 0 && openTasks === 0;
  return (
    <section className="panel stack">
      <h2>{text("missing.title")}</h2>
      <ul className="mark-list">
        {complete && (
          <li>
            <Mark ok said="" />
            <span>{text("missing.none")}</span>
          </li>
        )}
        {openTasks > 0 && (
          <li>
            <Mark ok={false} said="" />
            <span>{text("missing.open", { count: openTasks })}</span>
          </li>
        )}
        {missing.map(({ item, sentence }) => (
          <li key={item}>
            <Mark ok={false} said="" />
            <span>
              <strong>{item}</strong> {sentence[own]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
