import { NumberField } from "../../../components/NumberField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import type { BenchEntry } from "./bench-entry.ts";

/** Temperature and humidity of the room while the readings were taken. */
export function EnvironmentFields({
  entry,
  onChange,
}: {
  readonly entry: BenchEntry;
  readonly onChange: (part: Partial<BenchEntry>) => void;
}) {
  const text = useText(determinationText);
  return (
    <section className="panel stack">
      <h2>{text("bench.environment")}</h2>
      <div className="pair">
        <NumberField
          label={text("bench.temperature")}
          unit="Cel"
          optional
          value={entry.temperatureC}
          onChange={(temperatureC) => onChange({ temperatureC })}
        />
        <NumberField
          label={text("bench.humidity")}
          unit="%"
          optional
          value={entry.humidityPercent}
          onChange={(humidityPercent) => onChange({ humidityPercent })}
        />
      </div>
    </section>
  );
}
