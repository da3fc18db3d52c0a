import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** What is wrong with a reading as typed or read from a file; the first group comes from the kernel's number reader. */
export type ReadingProblem =
  /** A reading that the method needs is absent. An empty field is absent, never zero. Facts: label keys only. */
  | "reading-missing"
  /** Facts: given, min, max, unit. */
  | "reading-out-of-range"
  /** Facts: given, needed. */
  | "too-few-readings"
  | "too-many-readings"
  /** Facts: given, choices. */
  | "unknown-choice"
  /** Facts: given. */
  | "not-yes-or-no"
  /** A name that is not an input of the method. Facts: given, known. */
  | "unknown-input"
  /** The unit typed with the number is not the unit of the input. Facts: given, expected. */
  | "wrong-unit"
  /** A reading is a number; "<" and ">" belong to results. Facts: given. */
  | "operator-not-allowed";

/** What is wrong with an instrument file as a whole or in one row. */
export type CsvProblem =
  /** Facts: given, max. */
  | "csv-too-large"
  | "csv-too-many-rows"
  | "csv-too-many-columns"
  /** Facts: max. */
  | "csv-cell-too-long"
  | "csv-empty"
  /** No column carries the name or label of an input. Facts: columns. */
  | "csv-no-known-column"
  /** Two columns carry the same input. Facts: column. */
  | "csv-column-twice"
  /** A row has more cells than the header. Facts: given, needed. */
  | "csv-row-too-long"
  /** A quoted cell never ends. */
  | "csv-open-quote"
  /** A column that no input knows; its cells are left out. Facts: column. */
  | "csv-unknown-column";

/** What is wrong with the numbers that a laboratory gives to its samples and records. */
export type NumberFormProblem =
  /** A part of the form of a number cannot be filled in. Facts: part. */
  | "number-form-wrong"
  /** The letters and digits of a form do not suffice for a further number. Facts: number. */
  | "numbers-used-up";

export type DeterminationRefusal = ReadingProblem | CsvProblem | NumberFormProblem;

export const refuse: Refuse<DeterminationRefusal> = refuser();
