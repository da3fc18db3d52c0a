import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { startProblems } from "@quanheng/contract/messages/problems/start.ts";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { fillBoth } from "@quanheng/contract/messages/sentence.ts";
import { type Facts, Refusal } from "@quanheng/kernel/refusal.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { visible } from "./visible.ts";

/** The console as the dispatcher needs it; a test hands in its own. */
export type Console = Pick<Call, "env" | "out" | "note">;

/** Finds the command by its words, checks how it is called, runs it and says in a sentence what was refused. */
export async function dispatch(words: readonly string[], console: Console): Promise<ExitCode> {
  const language = languageOf(console.env);
  const names = commandNames();
  const name = names.find((candidate) => wordsOf(candidate, words) > 0);
  if (name === undefined) return overview(names, words, console, language);
  const { command } = (await import(`./commands/${name}.ts`)) as { command: Command };
  const parsed = parse(command, words.slice(wordsOf(name, words)));
  if (typeof parsed === "string") {
    console.note(`${parsed}\n${usageOf(command)}`);
    return 2;
  }
  if (parsed.help) {
    console.out(`${usageOf(command)}\n\n${command.summary[language]}`);
    return 0;
  }
  try {
    return await command.run({ ...console, ...parsed, language });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error, parsed.json, console, language);
  }
}

/** Longer names first, so that `log check` is found before a `log` would be. */
function commandNames(): readonly string[] {
  const files = readdirSync(new URL("./commands/", import.meta.url));
  const names = files.filter((file) => /^[a-z0-9-]+\.ts$/.test(file)).map((file) => file.slice(0, -".ts".length));
  return names.sort((one, other) => other.split("-").length - one.split("-").length || (one < other ? -1 : 1));
}

/** With how many words a command is called, also where one of them has a hyphen: `dcc from-csv`; 0 for another command. */
function wordsOf(name: string, words: readonly string[]): number {
  return 1 + words.slice(0, name.split("-").length).findIndex((_, i) => words.slice(0, i + 1).join("-") === name);
}

type Parsed = Pick<Call, "args" | "options" | "json"> & { readonly help: boolean };

/** @returns the reason when the command is not called like this */
function parse(command: Command, words: readonly string[]): Parsed | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    const { json = false, help = false, ...options } = values as Record<string, string | boolean | undefined>;
    const [least, most] = command.takes;
    const fits = positionals.length >= least && positionals.length <= most;
    if (!fits && !help) return `${positionals.length} arguments were given.`;
    return { args: positionals, options, json: json === true, help: help === true };
  } catch (error) {
    return (error as Error).message;
  }
}

function usageOf(command: Command): string {
  return `quanheng ${command.usage} [--json]`;
}

async function overview(
  names: readonly string[],
  words: readonly string[],
  console: Console,
  language: "zh" | "en",
): Promise<ExitCode> {
  const asked = words.length === 0 || ["--help", "-h", "help"].includes(words[0] ?? "");
  const say = asked ? console.out : console.note;
  if (!asked) say(language === "zh" ? `没有命令“${words.join(" ")}”。` : `There is no command “${words.join(" ")}”.`);
  for (const name of names.toSorted()) {
    const { command } = (await import(`./commands/${name}.ts`)) as { command: Command };
    say(`  quanheng ${command.usage.padEnd(24)} ${command.summary[language]}`);
  }
  return asked ? 0 : 2;
}

function refused({ code, facts }: Refusal, json: boolean, console: Console, language: "zh" | "en"): ExitCode {
  const sentence = Object.hasOwn(startProblems, code)
    ? fillBoth(startProblems[code as keyof typeof startProblems], facts)
    : problemSentence(code, facts);
  if (json) console.out(JSON.stringify({ refused: code, facts, sentence }));
  else console.note(visible(`${placeOf(facts, sentence[language])}${sentence[language]}`));
  return 1;
}

/** The path of the member that a refusal is about, where its sentence does not name it. */
function placeOf({ at }: Facts, sentence: string): string {
  const path = typeof at === "string" && /^[\p{L}_][\p{L}\p{N}_-]*(?:[.[]|$)/u.test(at);
  return path && !sentence.includes(at) ? `${at}: ` : "";
}

function languageOf(env: Console["env"]): "zh" | "en" {
  return /^zh/i.test(env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "") ? "zh" : "en";
}
