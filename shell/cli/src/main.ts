import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Compiled code is kept beside the packages, where whoever may write it may change the program as well.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/quanheng", import.meta.url)));

// A reader that has seen enough, such as `head`, closes the pipe: that ends the work and is no failure of it.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const { dispatch } = await import("./dispatch.ts");
process.exitCode = await dispatch(process.argv.slice(2), {
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
});
