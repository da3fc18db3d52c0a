import { defineConfig } from "vitest/config";

/** One runner for every package: shared workers keep the whole suite within minutes on two cores. */
export default defineConfig({
  test: {
    include: ["{core,shell}/*/src/**/*.test.{ts,tsx}", "tools/src/**/*.test.ts", "tests/src/**/*.test.ts"],
    exclude: ["**/node_modules/**", "tools/src/imports/broken/**"],
    isolate: false,
    pool: "forks",
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["shell/server/src/testing/global-setup.ts"],
  },
});
