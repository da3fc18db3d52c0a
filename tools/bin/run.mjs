// Plain JavaScript, so that any Node >= 20 can start it and hand over to the Node that came with the packages.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const [name = "", ...rest] = process.argv.slice(2);
const file = join(root, "tools", "src", name, "main.ts");
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write(`No tool named "${name}". See docs/map.md for the tools.\n`);
  process.exit(2);
}

const [major, minor] = process.versions.node.split(".").map(Number);
const stripsTypes = major > 23 || (major === 22 && minor >= 18);
const bundled = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
if (!stripsTypes && !existsSync(bundled)) {
  process.stderr.write("Node 24 is needed and did not come with the packages: run npm ci, or install Node 24.\n");
  process.exit(2);
}
const child = spawn(stripsTypes ? process.execPath : bundled, [file, ...rest], {
  stdio: "inherit",
  cwd: process.cwd(),
  shell: !stripsTypes && process.platform === "win32",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
