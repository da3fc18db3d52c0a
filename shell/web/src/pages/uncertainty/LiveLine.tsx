import type { EvaluatedOutput } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import { besideU, twoDigits } from "./figures.ts";

/** The result in one line that stays in sight while the inputs are filled in. */
export function LiveLine({
  output: { name, first },
  unit,
  earlier,
}: {
  readonly output: EvaluatedOutput;
  readonly unit: string;
  /** Whether something was changed that cannot be evaluated yet. */
  readonly earlier: boolean;
}) {
  const text = useText(uncertaintyText);
  const { y, u, expanded } = first;
  const half = expanded ? expanded.expanded : u;
  const figures = `${besideU(y, half)} ± ${twoDigits(half)}`;
  return (
    <p className={earlier ? "live-line is-earlier" : "live-line"}>
      <strong>
        {name} = {unit === "" ? figures : `(${figures}) ${unit}`}
      </strong>
      <span>{expanded ? `k = ${expanded.k.toFixed(2)}` : text("live.standard")}</span>
      {earlier && <span className="stale">{text("live.earlier")}</span>}
    </p>
  );
}
