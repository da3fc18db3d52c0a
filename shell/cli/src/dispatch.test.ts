import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { dispatch } from "./dispatch.ts";

async function call(words: readonly string[], env: Record<string, string> = { LANG: "en_US.UTF-8" }) {
  const out: string[] = [];
  const note: string[] = [];
  const code = await dispatch(words, { env, out: (line) => void out.push(line), note: (line) => void note.push(line) });
  return { code, out: out.join("\n"), note: note.join("\n") };
}

test("without a command it lists all of them, in the reader's language", async () => {
  const english = await call([]);
  expect(english.code).toBe(0);
  expect(english.out).toMatch(/quanheng backup DIR .*empty folder/);
  const chinese = await call(["--help"], { LANG: "zh_CN.UTF-8" });
  expect(chinese.out).toMatch(/quanheng backup DIR .*空目录/);
});

test("an unknown command, a wrong number of arguments and an unknown option are errors of usage", async () => {
  expect(await call(["nonsense", "x"])).toMatchObject({
    code: 2,
    out: "",
    note: expect.stringContaining("“nonsense x”"),
  });
  expect(await call(["backup"])).toMatchObject({ code: 2, note: expect.stringContaining("quanheng backup DIR") });
  expect(await call(["backup", "a", "b"])).toMatchObject({ code: 2 });
  expect(await call(["backup", "a", "--fast"])).toMatchObject({ code: 2, note: expect.stringContaining("--fast") });
  expect(await call(["start"], { PORT: "eighty", LANG: "en" })).toMatchObject({
    code: 2,
    note: expect.stringContaining("eighty"),
  });
});

test("a command's help shows how it is called and runs nothing", async () => {
  expect(await call(["restore", "--help"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("quanheng restore DIR"),
  });
});

test("what is refused is a sentence and exit code 1, or the problem as JSON", async () => {
  const refused = await call(["restore", "/nonexistent"]);
  expect(refused).toEqual({
    code: 1,
    out: "",
    note: "The backup's file manifest.json is damaged or missing: missing.",
  });
  const json = await call(["restore", "/nonexistent", "--json"]);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({ refused: "backup-damaged", facts: { file: "manifest.json" } });
});

test("a reader that closes the pipe ends the command quietly", async () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, [main, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = await once(child, "close");
  expect([code, said]).toEqual([0, ""]);
});
