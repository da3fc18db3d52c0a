import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

const sample = fileURLToPath(new URL("../../../../tests/issued/0011-digital-certificate/dcc.xml", import.meta.url));

test("whoever reads a certificate is told that its signatures were not verified", async () => {
  const out: string[] = [];
  const code = await dispatch(["dcc", "view", sample], {
    env: { LANG: "en" },
    out: (line) => void out.push(line),
    note: () => undefined,
  });
  expect([code, out[1]]).toEqual([0, expect.stringContaining("Signatures were not verified")]);
});
