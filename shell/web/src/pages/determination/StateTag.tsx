import { taskStateNames } from "@quanheng/contract/messages/terms.ts";
import { useLanguage } from "../../i18n/catalogue.ts";
import "./determination.css";

/** The state of a task by its word. */
export function StateTag({ state }: { readonly state: keyof typeof taskStateNames }) {
  const { own } = useLanguage();
  return <span className={`tag is-${state}`}>{taskStateNames[state][own]}</span>;
}
