import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { test } from "vitest";
import { UNTP_0_6 } from "./classes-0-6.ts";
import { UNTP_0_7 } from "./classes-0-7.ts";
import { checkShape, type ShapeTable } from "./shape.ts";

const shared = new URL(`${process.env["QUANHENG_SHARED"] ?? "../shared"}/`, `file://${process.cwd()}/`);
const untp = new URL("vectors/untp/", shared);
const haveUntp = existsSync(untp);
if (!haveUntp) process.stdout.write("UNTP vectors are not here: our classes were not compared with the schemas.\n");
const json = (path: string) => JSON.parse(readFileSync(new URL(path, untp), "utf8"));

/** Class, schema, and what the samples' names begin with. */
const pairs: readonly (readonly [ShapeTable, string, string, string])[] = [
  [UNTP_0_7, "DigitalConformityCredential", "0.7.0/ConformityCredential.json", "0.7.0/ConformityCredential"],
  [UNTP_0_7, "DigitalFacilityRecord", "0.7.0/DigitalFacilityRecord.json", "0.7.0/DigitalFacilityRecord"],
  [UNTP_0_7, "DigitalIdentityAnchor", "0.7.0/DigitalIdentityAnchor.json", "0.7.0/DigitalIdentityAnchor"],
  [UNTP_0_7, "DigitalTraceabilityEvent", "0.7.0/DigitalTraceabilityEvent.json", "0.7.0/DigitalTraceabilityEvent"],
  [
    UNTP_0_7,
    "DigitalProductPassport",
    "0.7.0-pre-2026-04-03/DigitalProductPassport.json",
    "0.7.0/DigitalProductPassport",
  ],
  [UNTP_0_7, "SchemeDocument", "0.7.0-pre-2026-04-03/ConformityScheme.json", "0.7.0/ConformityScheme"],
  [UNTP_0_7, "ProfileDocument", "0.7.0-pre-2026-04-03/ConformityProfile.json", "0.7.0/ConformityProfile"],
  [UNTP_0_7, "CriterionDocument", "0.7.0-pre-2026-04-03/Criterion.json", "0.7.0/Criterion"],
  [UNTP_0_6, "DigitalConformityCredential", "0.6.1/untp-dcc-schema.json", "0.6.1/untp-dcc"],
  [UNTP_0_6, "DigitalIdentityAnchor", "0.6.1/untp-dia-schema.json", "0.6.1/untp-dia"],
  [UNTP_0_6, "DigitalProductPassport", "0.6.1/untp-dpp-schema.json", "0.6.1/untp-dpp"],
];

const samplesOf = (start: string): unknown[] => {
  const [folder = "", name = ""] = start.split("/");
  return readdirSync(new URL(`samples/${folder}/`, untp))
    .filter((file) => file.startsWith(name) && /^[-_]/.test(file.slice(name.length)))
    .map((file) => json(`samples/${folder}/${file}`));
};

/** Members that the release of May 2026 opened or changed after the schemas that are here. */
const CHANGED = /\/(?:renderTemplate2024|renderMethod|issuingSoftware)|^\/(?:issuer|credentialSubject)\/strange$/;

test.runIf(haveUntp)("our classes accept the published samples and judge changed ones as the schemas do", () => {
  const seed = Number(process.env["SEED"] ?? 20_261_125);
  process.stdout.write(`changed credentials: SEED=${seed}\n`);
  const random = randomFrom(seed);
  for (const [table, name, schema, start] of pairs) {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const valid = ajv.compile(json(`schema/${schema}`));
    for (const sample of samplesOf(start)) {
      assert.deepEqual(checkShape(sample, name, table), [], start);
      for (let n = 0; n < 120; n++) {
        const { value, path, change } = changed(sample, random);
        if (schema.includes("-pre-") && CHANGED.test(path)) continue;
        // An empty list of types is wrong by JSON Schema ("contains"), but the comparing library lets some pass.
        if (/"type":\[\]/.test(JSON.stringify(value))) continue;
        const faults = checkShape(value, name, table);
        assert.equal(faults.length === 0, valid(value), `${start} ${path} ${change} ${JSON.stringify(faults)}`);
      }
    }
  }
});

const STRANGE: readonly unknown[] = [
  null,
  "",
  "x y",
  0,
  -1,
  1.5,
  1000,
  true,
  [],
  ["a"],
  [1],
  {},
  { strange: 1 },
  "2026-11-25",
  "2026-02-30",
  "2026-11-25T08:00:00Z",
  "did:web:a.example",
];

function changed(sample: unknown, random: (below: number) => number) {
  const value = structuredClone(sample) as Record<string, unknown>;
  const places: { holder: Record<string, unknown>; key: string; path: string }[] = [];
  const walk = (holder: Record<string, unknown>, path: string) => {
    for (const [key, part] of Object.entries(holder)) {
      places.push({ holder, key, path: `${path}/${key}` });
      if (typeof part === "object" && part !== null) walk(part as Record<string, unknown>, `${path}/${key}`);
    }
  };
  walk(value, "");
  const { holder, key, path } = places[random(places.length)] ?? assert.fail("a sample has members");
  const change = random(3);
  if (change === 0 && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (change === 0) delete holder[key];
  else if (change === 1) holder[key] = STRANGE[random(STRANGE.length)];
  else if (Array.isArray(holder)) holder.push("strange");
  else holder["strange"] = "strange";
  const at = change === 2 && !Array.isArray(holder) ? `${path.slice(0, path.lastIndexOf("/"))}/strange` : path;
  return { value, path: at, change: ["left out", "replaced", "added"][change] };
}

/** Numbers from 0 below a bound, the same for the same seed (a linear congruence of Numerical Recipes). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
