import type { ParseArgsOptionsConfig } from "node:util";

/** 0 done, 1 refused or not valid, 2 called in a way it does not understand. */
export type ExitCode = 0 | 1 | 2;

/** One call of a command, with everything it may touch of the console. */
export type Call = {
  /** What stands after the command's words and is no option. */
  readonly args: readonly string[];
  /** The command's own options, as it declared them. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Machine output: exactly one JSON value on standard output. */
  readonly json: boolean;
  /** The reader's language, from the console's locale. */
  readonly language: "zh" | "en";
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line of the result, on standard output. */
  out(line: string): void;
  /** One line about progress, on standard error. */
  note(line: string): void;
};

/** A command: `commands/log-check.ts` is called as `quanheng log check`. */
export type Command = {
  /** What follows `quanheng`, e.g. `backup DIR`. */
  readonly usage: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly options?: ParseArgsOptionsConfig;
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [number, number];
  run(call: Call): Promise<ExitCode>;
};
