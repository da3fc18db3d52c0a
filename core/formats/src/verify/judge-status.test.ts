import assert from "node:assert/strict";
import { test } from "vitest";
import { credentialFor, ISSUER, issued, ORIGIN } from "./testing/demo-house.ts";
import { readTrust } from "./trust.ts";
import { verifyReport } from "./verify-report.ts";

test("the place in a list is a number in digits, and nothing that could be read as one", async () => {
  const house = await issued();
  const trust = readTrust(house.trust);
  const at = async (statusListIndex: unknown) => {
    const places = ["revocation", "suspension", "refresh"].map((statusPurpose) => ({
      statusPurpose,
      statusListIndex,
      statusListCredential: `${ORIGIN}/status/${statusPurpose}/0`,
    }));
    const change = { credentialStatus: places[0], furtherStatus: places.slice(1) };
    const credential = await credentialFor(house.snapshot, 11, ISSUER, change);
    return verifyReport({ credential, trust, now: "2026-11-26T00:00:00Z" }).outcome;
  };
  for (const index of [42, "42"]) assert.equal(await at(index), "valid");
  for (const index of ["0x10", " 42", "", "1e1", null, [42, 1], -1, 4.5, 1e9]) {
    assert.equal(await at(index), "status-unknown", String(index));
  }
});
