import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Compiled code is kept beside the packages, where whoever may write it may change the program as well.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/quanheng", import.meta.url)));

const { dispatch } = await import("./dispatch.ts");
process.exitCode = await dispatch(process.argv.slice(2), {
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
});
