#!/usr/bin/env node
// Plain JavaScript, so that any Node >= 20 can start it and hand over to the Node that came with the packages.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = join(dirname(fileURLToPath(import.meta.url)), "..");
const [major, minor] = process.versions.node.split(".").map(Number);
const stripsTypes = major > 23 || (major === 22 && minor >= 18);
const node = stripsTypes ? process.execPath : bundled();
if (node === undefined) {
  process.stderr.write("Node 24 is needed and did not come with the packages: run npm ci, or install Node 24.\n");
  process.exit(2);
}
const child = spawn(node, [join(cli, "src", "main.ts"), ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));

/** The program itself, not the wrapper that a package manager writes around it. */
function bundled() {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const packages = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
    `node-win-${process.arch}`,
  ];
  return packages.map((name) => join(cli, "..", "..", "node_modules", name, "bin", program)).find(existsSync);
}
