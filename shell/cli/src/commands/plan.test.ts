import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Call, ExitCode } from "../command.ts";
import { command } from "./plan.ts";

const folder = mkdtempSync(join(tmpdir(), "quanheng-plan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Two markets ask for the same test. A's is accepted by both and costs 100 + 20 fixed; B's is cheaper and accepted by one.
const instance = {
  date: "2026-11-01",
  policy: { loqFraction: 0.5, uFraction: 0.3 },
  accreditationGroups: {},
  objective: { order: ["cost", "days"] },
  deadlineDays: null,
  budget: null,
  sample: { available: 100 },
  markets: [
    {
      code: "CN",
      methodPolicy: "listed",
      accreditation: { mode: "accredited", bodies: ["CNAS"] },
      reportMaxAgeDays: null,
    },
    { code: "VN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null },
  ],
  methodRelations: [],
  requirements: [
    { id: "cn", market: "CN", characteristic: "ash", methods: ["M"], limit: { max: 1 } },
    { id: "vn", market: "VN", characteristic: "ash", methods: ["M"], limit: { max: 2 } },
  ],
  labs: [
    { id: "A", fixedCost: 2000, shipDays: 1, discount: [] },
    { id: "B", fixedCost: 1000, shipDays: 1, discount: [] },
  ],
  preps: [],
  instruments: [],
  offers: [
    {
      id: "a",
      lab: "A",
      method: "M",
      characteristics: [{ id: "ash" }],
      accreditedBy: ["CNAS"],
      price: 10000,
      leadDays: 2,
      sample: { qty: 50, destructive: true },
    },
    {
      id: "b",
      lab: "B",
      method: "M",
      characteristics: [{ id: "ash" }],
      accreditedBy: [],
      price: 5000,
      leadDays: 2,
      sample: { qty: 50, destructive: true },
    },
  ],
  evidence: [],
};

async function run(content: string, json = false): Promise<{ code: ExitCode; out: string; note: string }> {
  const path = join(folder, "instance.json");
  writeFileSync(path, content);
  const said = { out: "", note: "" };
  const call: Call = {
    args: [path],
    options: {},
    json,
    language: "en",
    env: {},
    out: (line) => {
      said.out += `${line}\n`;
    },
    note: (line) => {
      said.note += `${line}\n`;
    },
  };
  return { code: await command.run(call), ...said };
}

test("one accepted test for both markets, dearer than one and cheaper than both", async () => {
  const { code, out } = await run(JSON.stringify(instance));
  expect(code).toBe(0);
  expect(out).toContain("cost 120.00, 3 days, sample 50 (proven optimal)");
  // Alone: CN 120.00 at A, VN 60.00 at B.
  expect(out).toContain("each market alone: 180.00 in all");
});

test("machine output carries the plan with its lines", async () => {
  const { code, out } = await run(JSON.stringify(instance), true);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ status: "optimal", selection: ["a"], objective: [12000, 3] });
});

test("what nothing answers is named, and so is a limit that stands in the way", async () => {
  const nobody = await run(JSON.stringify({ ...instance, offers: instance.offers.slice(1) }));
  expect(nobody.code).toBe(1);
  expect(nobody.out).toMatch(/^ {2}cn: /m);
  const little = await run(JSON.stringify({ ...instance, sample: { available: 10 } }));
  expect(little.out).toContain("sample");
});

test("a file that is no instance is refused with the place", async () => {
  expect(await run("{")).toMatchObject({ code: 1 });
  const { code, note } = await run(JSON.stringify({ ...instance, labs: "none" }));
  expect(code).toBe(1);
  expect(note).toContain("labs");
});
