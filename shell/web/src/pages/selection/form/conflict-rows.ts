import type { ConflictRow } from "../../../components/ConflictDialog.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import type { FormValue } from "../form-value.ts";

const LABELS = [
  ["product", "field.product"],
  ["nameZh", "field.name-zh"],
  ["nameEn", "field.name-en"],
  ["gtin", "field.gtin"],
  ["brand", "field.brand"],
  ["lotNumber", "field.lot"],
  ["lotQuantity", "field.quantity"],
  ["lotUnit", "field.unit"],
  ["producedOn", "field.produced"],
  ["sampleAvailableG", "field.sample"],
  ["sampledBy", "field.sampled-by"],
  ["sampledOn", "field.sampledOn"],
  ["sampledPlace", "field.sampledPlace"],
  ["sampledBody", "field.sampledBody"],
  ["sampledRecord", "field.sampledRecord"],
  ["remarks", "field.remarks"],
  ["markets", "field.markets"],
  ["claims", "claims.title"],
  ["appliesOn", "field.applies"],
  ["neededBy", "field.needed"],
] as const;

/** The entries that differ between what was typed and what the commission is now. */
export function useConflictRows(mine: FormValue, theirs: FormValue): readonly ConflictRow[] {
  const text = useText(selectionText);
  return LABELS.map(([name, label]) => ({
    label: text(label),
    mine: shown(mine[name]),
    theirs: shown(theirs[name]),
  })).filter((row) => row.mine !== row.theirs);
}

function shown(value: FormValue[keyof FormValue]): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join(", ");
  return Object.entries(value)
    .map(([key, claim]) => `${key}: ${claim}`)
    .sort()
    .join(", ");
}
