import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { type Id, isId } from "@quanheng/kernel/id.ts";
import { dayText } from "../../../components/date-text.ts";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { type BenchEntry, instrumentTypesOf } from "./bench-entry.ts";

type Instrument = TaskDetail["instruments"][number];

/** Kinds of instruments that are still to be chosen. */
export function missingInstruments(definition: MethodDefinition, { instruments }: BenchEntry): readonly string[] {
  return instrumentTypesOf(definition).filter((type) => !instruments[type]);
}

/** Which instruments were read. One whose calibration has run out is listed, cannot be chosen, and says why. */
export function InstrumentFields({
  definition,
  task,
  chosen,
  onChange,
  complain,
}: {
  readonly definition: MethodDefinition;
  readonly task: TaskDetail;
  readonly chosen: BenchEntry["instruments"];
  readonly onChange: (chosen: BenchEntry["instruments"]) => void;
  readonly complain: boolean;
}) {
  const text = useText(determinationText);
  const types = instrumentTypesOf(definition);
  if (types.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{text("bench.instruments")}</h2>
      <div className="pair is-whole-name">
        {types.map((type) => (
          <InstrumentField
            key={type}
            type={type}
            instruments={task.instruments.filter((instrument) => instrument.type === type)}
            chosen={chosen[type] ?? ""}
            onChange={(id) => onChange({ ...chosen, [type]: id })}
            complain={complain}
          />
        ))}
      </div>
    </section>
  );
}

function InstrumentField({
  type,
  instruments,
  chosen,
  onChange,
  complain,
}: {
  readonly type: string;
  readonly instruments: readonly Instrument[];
  readonly chosen: Id<"equ"> | "";
  readonly onChange: (id: Id<"equ">) => void;
  readonly complain: boolean;
}) {
  const text = useText(determinationText);
  const { own, language } = useLanguage();
  const name = instrumentTypeName(type)[own];
  const barred = instruments.filter(({ usable }) => !usable);
  const asked = instruments.length > 0 ? "bench.instrument.missing" : "bench.instrument.none";
  const problem = complain || instruments.length === 0;
  return (
    <SelectField
      label={name}
      value={chosen}
      onChange={(id) => isId("equ", id) && onChange(id)}
      choices={instruments.map(({ id, name: title, serial, dueOn, usable }) => ({
        value: id,
        disabled: !usable,
        label: [
          title[own],
          serial,
          usable ? text("bench.instrument.due", { day: dayText(dueOn, language) }) : text("bench.instrument.unusable"),
        ].join(" · "),
      }))}
      problem={problem && !chosen && text(asked, { type: name })}
      hint={barred.length > 0 && <Barred instruments={barred} />}
    />
  );
}

/** Why what is listed cannot be chosen. */
function Barred({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return instruments.map(({ id, name, serial, why }) => (
    <span key={id} className="barred">
      {name[own]} {serial}: {why?.[own] ?? text("bench.instrument.unusable")}
    </span>
  ));
}
