import { LINK_TYPES, linkTypeLabel, VOCABULARY } from "@quanheng/formats/gs1/vocabulary/link-type.ts";
import { useLanguage } from "../../i18n/catalogue.ts";

/** Link types that a form offers, by what they lead to. */
export function useRelations(): readonly { readonly value: string; readonly label: string }[] {
  const { own } = useLanguage();
  return LINK_TYPES.map((name) => ({ value: VOCABULARY + name, label: `${linkTypeLabel(name)[own]} (${name})` }));
}
