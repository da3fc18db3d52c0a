import { keyProblem } from "@quanheng/formats/gs1/key.ts";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { breakingAt } from "../../testing/faults.ts";
import { openIssuingDesk } from "../../testing/issuing-desk.ts";
import { refused } from "../../testing/refused.ts";
import { openWorkbench, type Workbench } from "../../testing/workbench.ts";
import { allocate } from "./allocate.ts";
import { apply, decide, pageApplications } from "./applications.ts";
import { allocationCertificate } from "./certificate.ts";
import { importKeysOf } from "./import-keys.ts";
import { pageKeys, withdraw } from "./keys.ts";
import { listLicences } from "./licences.ts";
import { pageProducts, recordProductOf } from "./products.ts";
import { proposedPrefix } from "./proposed-prefix.ts";
import { renew } from "./renew.ts";

const ALL = { limit: 200 };

/** The mill with a licence of a prefix. */
async function licensed(bench: Workbench, prefix = "9521234"): Promise<{ mill: Context; licence: Id<"lic"> }> {
  const mill = bench.as("enterprise-user");
  const { id } = await apply(mill, { products: 100, reason: "新产品" });
  const { licenceId } = await decide(bench.as("operator"), id, { outcome: "granted", prefix, reason: "ok" }, true);
  return { mill, licence: licenceId! };
}

test("a prefix is asked for, proposed, granted, and then belongs to its holder alone", async (t) => {
  const bench = await openWorkbench(t);
  const mill = bench.as("enterprise-user");
  const operator = bench.as("operator");
  const { id } = await apply(mill, { products: 9000, reason: "新产品" });
  expect((await pageApplications(operator, ALL, true)).items).toMatchObject([
    { id, outcome: "open", proposal: "95200000" },
  ]);
  expect((await pageApplications(mill, ALL, true)).items).toMatchObject([{ proposal: null }]);
  expect((await pageApplications(bench.as("enterprise-user", "ent-smelter"), ALL, true)).items).toEqual([]);

  for (const prefix of ["6901234", "9780123", "12", "952 0000"])
    expect((await refused(decide(operator, id, { outcome: "granted", prefix, reason: "x" }, true))).code).toBe(
      "prefix-impossible",
    );
  await decide(operator, id, { outcome: "granted", prefix: "95200000", reason: "合格" }, true);
  expect((await refused(decide(operator, id, { outcome: "declined", prefix: null, reason: "x" }, true))).code).toBe(
    "application-decided",
  );
  expect((await listLicences(mill)).items).toMatchObject([
    { prefix: "95200000", inForce: true, validTo: "2028-03-02" },
  ]);
  expect((await listLicences(bench.as("enterprise-user", "ent-smelter"))).items).toEqual([]);

  const second = await apply(bench.as("enterprise-user", "ent-smelter"), { products: 10, reason: "x" });
  for (const prefix of ["9520000", "952000001"])
    expect((await refused(decide(operator, second.id, { outcome: "granted", prefix, reason: "x" }, true))).code).toBe(
      "prefix-taken",
    );
});

test("sixteen writers at once get numbers without a gap and none twice", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  const drawn = await Promise.all(
    Array.from({ length: 16 * 5 }, (_, n) =>
      allocate(mill, licence, { kind: "GTIN", count: 1 + (n % 7), purpose: `p${n}` }),
    ),
  );
  const values = drawn.flatMap(({ keys }) => keys.map(({ value }) => value));
  expect(new Set(values).size).toBe(values.length);
  const numbers = values.map((value) => Number(value.slice(8, 13))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: values.length }, (_, n) => n));
  for (const value of values) expect(keyProblem("GTIN-14", value)).toBeUndefined();
  expect((await listLicences(mill)).items[0]?.series).toMatchObject([
    { kind: "GTIN", capacity: 100_000, used: values.length },
  ]);
});

test("whichever statement fails, no number is lost and none is kept", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  const before = (await bench.trail()).length;
  const wanted = { kind: "SSCC", count: 3, purpose: "托盘" } as const;
  let n = 1;
  for (; n < 20; n++) {
    const done = await allocate(breakingAt(n, mill), licence, wanted).then(
      () => true,
      (error: unknown) => {
        expect(String(error)).toContain("injected fault");
        return false;
      },
    );
    if (done) break;
    expect((await pageKeys(mill, ALL)).items, `after a fault in statement ${n}`).toEqual([]);
    expect((await bench.trail()).length).toBe(before);
  }
  expect(n).toBe(5);
  expect((await pageKeys(mill, ALL)).items.map(({ value }) => value)).toEqual([
    "095212340000000006",
    "095212340000000013",
    "095212340000000020",
  ]);
});

test("numbers in use before are taken over after a look, all or none, and are stepped over afterwards", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  const good = [
    { value: "9521234000013", purpose: "老产品" },
    { value: "09521234000020", purpose: "老产品二" },
  ];
  const bad = [
    { value: "9521234000014", purpose: "x" },
    { value: "9529999000002", purpose: "x" },
    { value: "9521234000013", purpose: "x" },
    { value: "9521234000037", purpose: " " },
  ];
  const look = await importKeysOf(mill, licence, { kind: "GTIN", rows: [...good, ...bad], commit: true });
  expect(look).toMatchObject({
    id: null,
    good: 2,
    bad: [
      { row: 3, fault: "key-wrong" },
      { row: 4, fault: "prefix-foreign" },
      { row: 5, fault: "twice" },
      { row: 6, fault: "purpose-missing" },
    ],
  });
  expect((await pageKeys(mill, ALL)).items).toEqual([]);
  expect(await importKeysOf(mill, licence, { kind: "GTIN", rows: good, commit: true })).toMatchObject({
    good: 2,
    bad: [],
  });
  expect(
    (await importKeysOf(mill, licence, { kind: "GTIN", rows: good, commit: false })).bad.map(({ fault }) => fault),
  ).toEqual(["taken", "taken"]);
  const { keys } = await allocate(mill, licence, { kind: "GTIN", count: 3, purpose: "新产品" });
  expect(keys.map(({ value }) => value.slice(8, 13))).toEqual(["00000", "00003", "00004"]);
});

test("a range that is used up says how many are left, and hands out no part of what was asked", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench, "95212345678");
  await allocate(mill, licence, { kind: "GTIN", count: 8, purpose: "x" });
  const refusal = await refused(allocate(mill, licence, { kind: "GTIN", count: 3, purpose: "x" }));
  expect([refusal.code, refusal.facts["left"]]).toEqual(["numbers-used-up", 2]);
  expect((await allocate(mill, licence, { kind: "GTIN", count: 2, purpose: "x" })).keys).toHaveLength(2);
});

test("a place and a party never share a GLN", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  const place = await allocate(mill, licence, { kind: "GLN", count: 2, purpose: "仓库" });
  const party = await allocate(mill, licence, { kind: "GLN-party", count: 2, purpose: "公司" });
  const values = [...place.keys, ...party.keys].map(({ value }) => value);
  expect(new Set(values).size).toBe(4);
});

test("nobody draws from another's licence, and from none that has run out", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  const wanted = { kind: "GTIN", count: 1, purpose: "x" } as const;
  expect((await refused(allocate(bench.as("enterprise-user", "ent-smelter"), licence, wanted))).code).toBe("not-found");
  expect((await refused(allocate(bench.as("operator"), licence, wanted))).code).toBe("not-found");
  bench.clock.now = new Date("2028-03-02T01:00:00Z");
  expect((await refused(allocate(mill, licence, wanted))).code).toBe("licence-not-in-force");

  const operator = bench.as("operator");
  for (const validTo of ["2028-03-02", "2027-01-01", "2033-03-03"])
    expect(await refused(renew(operator, licence, { validTo, reason: "x" })), validTo).toMatchObject({
      code: "renewal-wrong",
      facts: { after: "2028-03-02", latest: "2033-03-02" },
    });
  await renew(operator, licence, { validTo: "2030-03-02", reason: "续展" });
  expect((await allocate(mill, licence, wanted)).keys).toHaveLength(1);
  expect((await listLicences(mill)).items).toMatchObject([{ validFrom: "2028-03-02", validTo: "2030-03-02" }]);
  await renew(operator, licence, { validTo: "2031-03-02", reason: "续展" });
  expect((await listLicences(mill)).items).toMatchObject([{ validFrom: "2028-03-02", validTo: "2031-03-02" }]);
  await expect(renew(mill, licence, { validTo: "2032-03-02", reason: "x" })).rejects.toThrow(/row-level security/);
});

test("the certificate of an allocation bears the centre's signature, which anybody can check", async (t) => {
  const bench = await openWorkbench(t);
  const desk = await openIssuingDesk(t, () => bench.clock.now);
  const { mill, licence } = await licensed(bench);
  const { id } = await allocate(mill, licence, { kind: "GTIN", count: 2, purpose: "白砂糖" });
  const pdf = await allocationCertificate(mill, desk, id);
  const [root] = await desk.keys.certificates();
  const roots = [new Uint8Array(Buffer.from(root!.replace(/-----[^-]+-----/g, ""), "base64"))];
  expect(verifyPades(pdf, { roots })).toMatchObject({ found: true, intact: true, trusted: true, reasons: [] });
  const foreign = bench.as("enterprise-user", "ent-smelter");
  expect((await refused(allocationCertificate(foreign, desk, id))).code).toBe("not-found");
});

test("a withdrawn key is not changed, not withdrawn again and not handed out again", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  const [key] = (await allocate(mill, licence, { kind: "GTIN", count: 1, purpose: "x" })).keys;
  const data = { nameZh: "白砂糖", nameEn: "", brand: "", netContent: "", gpc: "", hs: "", markets: [], imageUrl: "" };
  const product = await recordProductOf(mill, { gtin: key!.value, version: 0, data });
  expect(product).toMatchObject({ version: 1, quality: { score: 20 } });
  expect((await refused(recordProductOf(mill, { gtin: key!.value, version: 0, data }))).code).toBe("record-newer");
  expect((await pageProducts(mill, ALL)).items).toHaveLength(1);

  await withdraw(mill, { ...key!, reason: "停产" });
  expect((await refused(withdraw(mill, { ...key!, reason: "x" }))).code).toBe("key-withdrawn");
  expect((await refused(recordProductOf(mill, { gtin: key!.value, version: 1, data }))).code).toBe("key-withdrawn");
  expect((await allocate(mill, licence, { kind: "GTIN", count: 1, purpose: "x" })).keys[0]?.value).not.toBe(key!.value);
  expect(
    (await importKeysOf(mill, licence, { kind: "GTIN", rows: [{ value: key!.value, purpose: "x" }], commit: true }))
      .bad,
  ).toMatchObject([{ fault: "taken" }]);
});

test("the database alone refuses a prefix that overlaps, a count that goes back, and a key of a foreign licence", async (t) => {
  const bench = await openWorkbench(t);
  const { mill, licence } = await licensed(bench);
  await allocate(mill, licence, { kind: "GTIN", count: 1, purpose: "x" });
  const { owner } = bench.database;
  const row = { party_kind: "enterprise" as const, party_id: "ent-smelter", demonstration: true, granted_by: null };
  await expect(
    owner
      .insertInto("number_licence")
      .values({ id: "lic-other", prefix: "952123456", ...row, granted_at: bench.clock.now })
      .execute(),
  ).rejects.toThrow(/overlaps/);
  await expect(owner.updateTable("number_series").set({ next: 0 }).execute()).rejects.toThrow(/only goes on/);
  await expect(owner.deleteFrom("numbered_key").execute()).rejects.toThrow(/append-only/);
});

test("the prefix proposed is just long enough and steps over those taken", () => {
  expect(proposedPrefix(9000, [])).toBe("95200000");
  expect(proposedPrefix(100_000, ["95200000", "9520001"])).toBe("9520002");
  expect(proposedPrefix(1, [])).toHaveLength(11);
});
