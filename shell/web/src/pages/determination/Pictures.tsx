import type { MethodDefinition, RawReadings } from "@quanheng/flow/determination/method.ts";
import type { Picture } from "@quanheng/flow/determination/picture.ts";
import { readReadings } from "@quanheng/flow/determination/read-readings.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { useDeferredValue, useMemo } from "react";
import { PictureChart } from "../../components/PictureChart.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";

/** What readings look like, drawn as the method describes it; nothing where it draws nothing or the readings do not fit. */
export function Pictures({
  definition,
  readings,
}: {
  readonly definition: MethodDefinition;
  readonly readings: RawReadings;
}) {
  const text = useText(determinationText);
  const late = useDeferredValue(readings);
  const pictures = useMemo(() => picturesOf(definition, late), [definition, late]);
  if (pictures.length === 0) return null;
  return (
    <section className="panel stack pictures" aria-label={text("pictures.title")}>
      <h2>{text("pictures.title")}</h2>
      {pictures.map((picture) => (
        <PictureChart key={picture.name} picture={picture} />
      ))}
    </section>
  );
}

/** A picture that the readings do not allow is left out; the result beside it says why. */
function picturesOf(definition: MethodDefinition, raw: RawReadings): readonly Picture[] {
  if (!definition.pictures) return [];
  const read = readReadings(definition, raw);
  if (!read.ok) return [];
  try {
    return definition.pictures(read.readings);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
