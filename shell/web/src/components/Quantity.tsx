import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { unitText } from "./unit-text.ts";

/** A reported value with its expanded uncertainty and unit, digits as given: `99.72 ± 0.05 °Z`. */
export function Quantity({
  value,
  expanded,
  unit,
}: {
  readonly value: string;
  readonly expanded?: string | null;
  readonly unit?: string | null;
}) {
  const text = useText(commonText);
  const shown = unit ? unitText(unit) : "";
  return (
    <span className="quantity" style={{ whiteSpace: "nowrap" }}>
      <strong>{value}</strong>
      {expanded && <span title={text("expanded.uncertainty")}> ± {expanded}</span>}
      {shown && ` ${shown}`}
    </span>
  );
}
