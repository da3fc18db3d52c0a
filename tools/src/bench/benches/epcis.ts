import { Readable } from "node:stream";
import { captureDocument } from "@quanheng/server/services/traceability/capture.ts";
import { journeyOf } from "@quanheng/server/services/traceability/trace.ts";
import { HANDS } from "@quanheng/server/testing/demo-journey.ts";
import { type Bench, quantile, timed } from "../figure.ts";
import { openPlatform } from "../platform.ts";

const EVENTS = 10_000;
const ROUNDS = 9;
const lot = (number: number): string => `https://id.gs1.org/01/09521234000013/10/L${number}`;

/** Capture of a genealogy in which every lot is made into two, and the journey of the first and the last of its lots. */
export const bench: Bench = async (tell) => {
  const platform = await openPlatform();
  try {
    const mill = platform.as(HANDS.mill);
    const seconds = (await timed(() => captureDocument(mill, document(), "rollback"))) / 1000;
    tell("captured", EVENTS / seconds, "events/s", { events: EVENTS, bar: 2000 });
    for (const [name, number] of [
      ["down from the first", 0],
      ["up from the last", 2 * EVENTS - 1],
    ] as const) {
      await journeyOf(mill, lot(number));
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => journeyOf(mill, lot(number))));
      tell(`journey ${name}, median`, quantile(times, 0.5), "ms", { events: EVENTS, bar: 300 });
    }
  } finally {
    await platform.close();
  }
};

/** The document as it arrives, event by event. */
function document(): Readable {
  function* pieces(): Generator<Buffer> {
    yield Buffer.from(
      '{"@context":"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld","type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[',
    );
    for (let number = 0; number < EVENTS; number++) {
      const event = {
        type: "TransformationEvent",
        eventTime: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
        eventTimeZoneOffset: "+08:00",
        inputQuantityList: [{ epcClass: lot(number) }],
        outputQuantityList: [{ epcClass: lot(2 * number + 1) }, { epcClass: lot(2 * number + 2) }],
      };
      yield Buffer.from(`${number === 0 ? "" : ","}${JSON.stringify(event)}`);
    }
    yield Buffer.from("]}}");
  }
  return Readable.from(pieces());
}
