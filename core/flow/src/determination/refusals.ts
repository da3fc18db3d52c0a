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

/** What is wrong with a long record over time. */
export type RecordProblem =
  /** The first line holds figures, or there is none. Facts: columns. */
  | "record-no-header"
  /** Facts: column, columns. */
  | "record-column-missing"
  /** Facts: row, column, given. */
  | "record-not-a-number"
  /** Facts: row, given, needed. */
  | "record-cells-missing"
  /** Dates or days of a spreadsheet instead of seconds. Facts: row, given. */
  | "record-excel-date"
  /** Facts: row, given, count. */
  | "record-time-twice"
  | "record-reversed"
  /** Facts: row, given, expected, count. */
  | "record-gap"
  /** Facts: given, needed. */
  | "record-too-short"
  /** Facts: max. */
  | "record-too-long"
  /** Bytes that are neither UTF-8 nor UTF-16 nor GB 18030. */
  | "record-encoding";

/** What is wrong with the numbers that a laboratory gives to its samples and records. */
export type NumberFormProblem =
  /** A part of the form of a number cannot be filled in. Facts: part. */
  | "number-form-wrong"
  /** The letters and digits of a form do not suffice for a further number. Facts: number. */
  | "number-form-used-up";

/** Why a step of the work on samples, tests and records is not taken. */
export type WorkProblem =
  /** The step does not follow on the state. Facts: step, state. */
  | "step-not-allowed"
  /** Nobody verifies what they submitted themselves. Facts: test. */
  | "own-result"
  /** The rule asks for another person for every verification. Facts: test. */
  | "verified-before"
  /** A calculated result is verified with inputs that the verifier did not name as seen. Facts: names. */
  | "inputs-not-seen"
  /** A change or a rejection needs its reason. */
  | "reason-missing"
  /** Two equally good rows of a table of limits. Facts: analyte, given. */
  | "ambiguous-limit"
  | "quantity-depleted"
  /** Facts: given, left, unit. */
  | "quantity-insufficient"
  /** Facts: lot, reason (expired or discarded). */
  | "lot-not-usable"
  | "not-authenticated"
  | "not-declared"
  | "already-declared";

export type DeterminationRefusal = ReadingProblem | CsvProblem | RecordProblem | NumberFormProblem | WorkProblem;

export const refuse: Refuse<DeterminationRefusal> = refuser();
