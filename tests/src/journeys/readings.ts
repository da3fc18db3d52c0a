import { instrumentCsv, readLot } from "@quanheng/cli/demo/lot.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";

/** Texts as an analyst types them, by the name of the input; a list holds one text for each portion. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const { readings, environment } = await readLot();

/** The room while the readings were taken. */
export const surroundings = environment;

/** What is read at the bench in the demonstration, the same as in `npm run demo`. */
export function readingsOf(definition: string): Typed {
  const typed = readings[definition];
  invariant(typed, `the demonstration's lot has readings for ${definition}`);
  return typed;
}

/** The colour of the lot comes as the export of the spectrophotometer and is not typed. */
export const colourFile = {
  definition: "sugar.colour-icumsa",
  name: "colour.csv",
  text: instrumentCsv({ ...readings["sugar.colour-icumsa"] }),
};

/** Two digits of the first rotation exchanged (34.526): what the reviewer notices and returns. */
export const slip = { definition: "sugar.polarization", input: "rotationDeg", portion: 0, typed: "34.562" } as const;

/** The readings with the slip in its place. */
export function withSlip(typed: Typed): Typed {
  const texts = Array.from(typed[slip.input] ?? []);
  texts[slip.portion] = slip.typed;
  return { ...typed, [slip.input]: texts };
}
