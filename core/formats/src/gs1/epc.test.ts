import { expect, test } from "vitest";
import { epcLink, parseEpc } from "./epc.ts";
import { writeEpc } from "./epc-write.ts";

// GS1 EPC Tag Data Standard 2.0, section 6: the forms of each scheme; numbers of the event hash generator's tests.
test.each([
  "urn:epc:id:sgtin:4012345.011111.98%22",
  "urn:epc:id:sscc:4012345.3111111111",
  "urn:epc:id:sgln:4012345.00005.122",
  "urn:epc:id:sgln:4012345.00005.0",
  "urn:epc:id:grai:4012345.00022.334455",
  "urn:epc:id:giai:4012345.ABC345",
  "urn:epc:id:gsrn:4012345.0000006765",
  "urn:epc:id:gsrnp:4012345.0000000007",
  "urn:epc:id:gdti:4012345.00009.PO-4711",
  "urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234",
  "urn:epc:id:ginc:0614141.xyz47%2F11",
  "urn:epc:id:gsin:4012345.222333444",
  "urn:epc:id:itip:4012345.011111.01.02.987",
  "urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7SDB",
  "urn:epc:id:pgln:4000001.00000",
  "urn:epc:class:lgtin:4012345.012345.Lot987",
])("%s comes back from its elements", (urn) => {
  const read = parseEpc(urn);
  expect(read.ok && writeEpc(read.value.elements, read.value.companyPrefix.length)).toEqual({ ok: true, value: urn });
});

test.each([
  ["urn:epc:tag:sgtin-96:3.4012345.011111.98", "epc-not-a-urn"],
  ["urn:epc:id:adi:35962.PQ7VZ4.M37GXB92", "epc-scheme-unknown"],
  ["urn:epc:id:sgtin:4012345.011111", "epc-parts-missing"],
  ["urn:epc:id:sgtin:40123.01111111.1", "epc-prefix-not-digits"],
  ["urn:epc:id:sgtin:4012345.01111.1", "epc-digits-do-not-fit"],
  ["urn:epc:id:sscc:4012345.311111111X", "epc-digits-do-not-fit"],
])("%s is refused as %s", (urn, code) => expect(epcLink(urn)).toMatchObject({ ok: false, problem: { code } }));

test("an EPC needs the serial number that its scheme has", () => {
  expect(writeEpc([{ ai: "01", value: "04012345111118" }], 7)).toMatchObject({
    problem: { code: "epc-parts-missing" },
  });
  expect(writeEpc([{ ai: "01", value: "04012345111118" }], 5)).toMatchObject({
    problem: { code: "epc-prefix-length-unknown" },
  });
});
