import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Measurement } from "@quanheng/kernel/measurement.ts";
import type { InstrumentType } from "./instrument-type.ts";
import type { Picture } from "./picture.ts";

export type { Bilingual };

/** One thing the analyst enters at the bench. Replicates are several readings of the same thing, in the order taken. */
export type MethodInput = {
  readonly name: string;
  readonly label: Bilingual;
  /** UCUM code; "1" where the quantity has no unit. */
  readonly unit: string;
  readonly kind: "number" | "choice" | "flag";
  /** Physically or methodically possible values, ends included; a reading outside is refused, never clamped. */
  readonly range?: { readonly min?: string; readonly max?: string };
  /**
   * The table whose column this is: the columns of one table have equally many rows, `replicates` says how many. A curve
   * is such a table, e.g. extension and force. Absent for a reading of its own.
   */
  readonly table?: string;
  /** How many readings the method wants; absent means exactly one. */
  readonly replicates?: { readonly min: number; readonly max: number };
  readonly choices?: readonly { readonly value: string; readonly label: Bilingual }[];
  /** Offered to the analyst, who may change it; recorded like a typed reading. */
  readonly preset?: string;
  /** May be left out; an empty field is absent, never zero. */
  readonly optional?: boolean;
  /** The kind of instrument the reading comes from, as in the instrument register; its validity is checked at entry. */
  readonly instrumentType?: InstrumentType;
  /** A sentence that helps at the bench. */
  readonly hint?: Bilingual;
  /** What the figure belongs to, so that a form can keep the readings of the sample apart; absent means `sample`. */
  readonly group?: "sample" | "conditions" | "instrument";
};

export type Rounding = {
  readonly mode: "half-even" | "half-up";
  /** Decimal places of the reported value, or a step such as "5" or "0.05". */
  readonly places?: number;
  readonly step?: string;
  /** Significant digits, where the document counts those instead; without `places` and `step`. */
  readonly digits?: number;
};

export type MethodOutput = {
  /** Id in data/requirements/characteristics.json. */
  readonly characteristic: string;
  readonly label: Bilingual;
  readonly unit: string;
  readonly rounding: Rounding;
};

/** A result that comes with the first one from the same readings, e.g. tensile strength beside proof strength. */
export type FurtherOutput = MethodOutput & { readonly name: string };

/** A table of readings that the analyst fills row by row or brings as a file. */
export type MethodTable = { readonly name: string; readonly label: Bilingual; readonly hint?: Bilingual };

/**
 * The repeatability limit r of a method: two results of one analyst differ by more in at most 5 % of the cases.
 * `absolute` is in the unit of the output, `relative` a share of the mean.
 */
export type Repeatability = {
  readonly limit: string;
  readonly kind?: "absolute" | "relative";
  readonly source: string;
};

/** Something a reviewer must see: it does not stop the work, it asks for an explanation. */
export type Flag = { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> };

/** A further result, unrounded but the two `reported` figures; `—` where no uncertainty is stated. */
export type FurtherResult = {
  readonly name: string;
  readonly measurement: Measurement;
  readonly reported: string;
};

/**
 * Something the method itself finds out and that is no figure: a grade, a stage passed, a tolerance kept. What rests on a
 * recalled limit is indicative and says so.
 */
export type Finding = {
  readonly name: string;
  readonly label: Bilingual;
  readonly outcome: Bilingual;
  /** Absent where the finding is neither good nor bad. */
  readonly kept?: boolean;
  readonly basis: "published" | "recalled";
  readonly source: string;
};

/** What a method makes of its readings. All figures unrounded but `reported`. */
export type Evaluation = {
  readonly measurement: Measurement;
  /** Named steps on the way, for the worksheet and the reviewer. */
  readonly intermediate: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  /** `<` when the value lies below the limit of quantification; `reported` then names that limit. Absent means `=`. */
  readonly operator?: "=" | "<";
  /** Limit of quantification behind `<`, in the unit of the result. */
  readonly quantifiedFrom?: number;
  /** The coverage factor that the method's own document derives, e.g. for one dominant rectangular source; else it follows from ν. */
  readonly coverageFactor?: number;
  /** How much was examined, e.g. "250 g", where the method only says whether something is there. */
  readonly examined?: string;
  /** The value as it goes on the report, rounded once by the output's rule; with its sign when it is below a limit. */
  readonly reported: string;
  readonly flags: readonly Flag[];
  readonly further?: readonly FurtherResult[];
  readonly findings?: readonly Finding[];
};

/** Readings as parsed at the edge: numbers, choices and flags by input name. */
export type Readings = Readonly<
  Record<string, number | readonly number[] | string | readonly string[] | boolean | undefined>
>;

/** Readings as typed or read from a file: texts by input name, several where the method takes replicates. */
export type RawReadings = Readonly<Record<string, string | readonly string[]>>;

/**
 * A test method as the platform sees it: enough to draw its form, import its files, compute, plot and report,
 * without knowing what it is about. The centre that owns it registers it in `registry.ts`.
 */
export type MethodDefinition = {
  /** Stable id, e.g. "sugar.polarization". */
  readonly id: string;
  readonly title: Bilingual;
  /** Method documents whose procedure this carries out, ids as in data/requirements/methods.json. */
  readonly normative: readonly string[];
  readonly source: string;
  /** First day on which this edition may be used (ISO date). */
  readonly validFrom: string;
  readonly inputs: readonly MethodInput[];
  readonly output: MethodOutput;
  readonly further?: readonly FurtherOutput[];
  readonly tables?: readonly MethodTable[];
  /** Greatest allowed difference between two replicates, with where it stands. */
  readonly repeatability?: Repeatability;
  /** What the sources of its budget and its intermediate figures are called, by their key. */
  readonly names: Readonly<Record<string, Bilingual>>;
  /**
   * Pure; refuses readings that the method does not allow with a code of the centre.
   */
  evaluate(readings: Readings): Evaluation;
  /**
   * Readings of a worked example, published where there is one, with which anybody may try the method; they are never
   * offered at a task. Every input without a preset is there.
   */
  readonly example?: RawReadings;
  /** What the readings look like, drawn beside the result; refuses as `evaluate` does. */
  pictures?(readings: Readings): readonly Picture[];
};
