import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import { DayText } from "../../../components/DateText.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import type { Observation } from "../bench/bench-entry.ts";

/** The instruments of a reading, each with the day until which its calibration holds. */
export function UsedInstruments({
  task: { instruments },
  observation,
}: {
  readonly task: TaskDetail;
  readonly observation: Observation;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  if (observation.instruments.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{text("worksheet.instruments")}</h2>
      <ul className="line-list">
        {observation.instruments.map(({ type, instrumentId }) => {
          const known = instruments.find(({ id }) => id === instrumentId);
          return (
            <li key={`${type} ${instrumentId}`}>
              <span>
                {instrumentTypeName(type)[own]}: {known ? `${known.name[own]} ${known.serial}` : instrumentId}
              </span>
              {known && (
                <span className="quiet">
                  {text("bench.instrument.due", { day: "" })} <DayText day={known.dueOn} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
