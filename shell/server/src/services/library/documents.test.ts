import jsonld from "jsonld";
import { afterAll, expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { getDocument, pageDocuments } from "./documents.ts";
import { requirementsCatalogue, requirementsJsonLd } from "./export.ts";
import { listMarkets, listProducts, pageInstitutions } from "./library.ts";
import { getRowTexts, proposeRequirement } from "./propose.ts";
import { proposeDocument } from "./propose-document.ts";
import { getRequirement } from "./requirement-versions.ts";
import { pageRequirements } from "./search.ts";
import { declineDocument, verifyDocument } from "./settle-document.ts";
import { pageFlags, watchStandards } from "./watch.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const engineer = bench.as("per-ganyu");
const visitor: Context = {
  ...engineer,
  actor: { personId: null, name: null, membershipId: null, role: "public", partyKind: null, partyId: null },
};
const { owner } = bench.database;
const watchman = { owner, now: () => bench.clock.now, newId: engineer.newId };
const NUMBER = "GB 38031-2020";

test("a document shows its editions, adoptions and traps, as it stood on a day", async () => {
  const before = await getDocument(visitor, NUMBER, { on: "2026-06-30" });
  const after = await getDocument(visitor, NUMBER, { on: "2026-07-01" });
  expect(before.fallen).toBeNull();
  expect(after.fallen).toEqual({ reason: "superseded", successor: "GB 38031-2025", since: "2026-07-01" });
  expect(after.newer.map(({ id }) => id)).toEqual(["GB 38031-2025"]);
  const silk = await getDocument(visitor, "TCVN 7968:2008", {});
  expect(silk.adopts).toEqual([{ document: "CXS 212-1999", degree: "IDT", known: true }]);
  const codex = await getDocument(visitor, "CXS 212-1999", {});
  expect(codex.adoptedBy).toContainEqual({ document: "GB/T 317-2018", degree: "NEQ", known: true });
  expect(codex.requirements.map(({ product }) => product)).toContain("white-sugar");
});

test("a document is as it was known: before it was recorded nobody knew it", async () => {
  await expect(getDocument(visitor, NUMBER, { knownOn: "2025-01-01T00:00:00Z" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(getDocument(visitor, "GB 0-0000", {})).rejects.toMatchObject({ code: "not-found" });
  const then = await pageDocuments(visitor, { limit: 200, knownOn: "2025-01-01T00:00:00Z" });
  expect(then.items).toEqual([]);
});

test("documents are found by number and title and page by number", async () => {
  const all = await pageDocuments(visitor, { limit: 200 });
  const half = await pageDocuments(visitor, { limit: 60 });
  const rest = await pageDocuments(visitor, { limit: 200, after: half.next! });
  expect([...half.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
  expect((await pageDocuments(visitor, { limit: 10, text: "gb/t 317" })).items.map(({ id }) => id)).toEqual([
    "GB/T 317-2018",
  ]);
});

test("the watch flags what rests on a fallen document, once, and clears it when the reason is gone", async () => {
  const first = await watchStandards(watchman);
  const flags = (await pageFlags(visitor, { limit: 200 })).items;
  expect(flags).toHaveLength(first.found);
  expect(await watchStandards(watchman)).toEqual({ found: 0, cleared: 0 });

  await owner
    .insertInto("scope_line")
    .values({
      id: "scp-oldedition",
      accreditation_id: (await owner.selectFrom("accreditation").select("id").executeTakeFirstOrThrow()).id,
      institution_id: "ins-sugar",
      method: "GB 317-2006",
      characteristic: "polarisation",
      ...{ object_zh: "食糖", object_en: "Sugar", range_min: null, range_max: null, unit: "degZ", cmc: null },
      ...{ valid_from: "2025-01-01", valid_to: "2030-12-31" },
    })
    .execute();
  expect((await watchStandards(watchman)).found).toBe(1);
  const [flag] = (await pageFlags(visitor, { limit: 10, kind: "scope-line" })).items;
  expect(flag).toMatchObject({
    institutionId: "ins-sugar",
    document: "GB 317-2006",
    reason: "superseded",
    successor: "GB/T 317-2018",
  });
  await owner.updateTable("scope_line").set({ valid_to: "2026-01-01" }).where("id", "=", "scp-oldedition").execute();
  expect((await watchStandards(watchman)).cleared).toBe(1);
  expect((await pageFlags(visitor, { limit: 10, kind: "scope-line" })).items).toEqual([]);
});

test("a visitor reads the library, and learns of no person and of no client", async () => {
  expect((await listMarkets(visitor)).items.length).toBeGreaterThan(5);
  expect((await listProducts(visitor)).items.length).toBeGreaterThan(5);
  expect((await pageInstitutions(visitor, { limit: 5 })).items).toHaveLength(5);
  const row = "vn.tcvn-6959-2001.polarisation.a";
  const { versionId, row: texts } = await getRowTexts(engineer, row);
  const proposal = { row: { ...texts, note: "gazetted in Hanoi" }, before: versionId, reason: "read in the gazette" };
  await proposeRequirement(engineer, proposal);
  const { versions, mayVerify } = await getRequirement(visitor, row);
  expect(versions[0]?.recordedBy?.en).toBe("a standards engineer");
  expect(mayVerify.allowed).toBe(false);
  const { items } = await pageRequirements(visitor, { limit: 10, text: "gazetted hanoi" });
  // One person's word reaches no list before a second one has verified it.
  expect(items).toEqual([]);
});

test.each([
  ["độ pol", "polarisation"],
  ["do pol", "polarisation"],
  ["蔗糖", "polarisation"],
  ["ความชื้น", "loss-on-drying"],
  ["susut pengeringan", "loss-on-drying"],
  ["gula putih", null],
])("the library is searched in the languages of the region: %s", async (text, characteristic) => {
  const { items, facets, total } = await pageRequirements(visitor, { limit: 200, text, product: "white-sugar" });
  expect(total).toBeGreaterThan(0);
  if (characteristic) expect(items.map((each) => each.characteristic)).toContain(characteristic);
  expect(facets.product.map(({ value }) => value)).toContain("white-sugar");
});

test("the exports hold every row with its limit, its standing and its address", async () => {
  const root = "https://qi.example.org";
  const query = { product: "white-sugar", on: "2026-11-23" };
  const read = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
  const { items } = await pageRequirements(visitor, { limit: 200, ...query });
  const graph = read(await requirementsJsonLd(visitor, query, root))["@graph"] as Record<string, unknown>[];
  expect(graph.map((node) => String(node["identifier"])).sort()).toEqual(items.map(({ rowId }) => rowId));
  expect(graph.find((node) => node["identifier"] === "codex.cxs-212-1999.polarisation.white")).toMatchObject({
    "@id": `${root}/library/requirements/codex.cxs-212-1999.polarisation.white`,
    "sh:minInclusive": { "@value": "99.7", "@type": "xsd:decimal" },
  });
  const undefinedTerms: unknown[] = [];
  for (const product of ["white-sugar", "led-lamp"]) {
    const document = read(await requirementsJsonLd(visitor, { ...query, product }, root));
    const nodes = await jsonld.expand(document, {
      documentLoader: (address: string) => Promise.reject(new Error(`asks for ${address}`)),
      eventHandler: ({ event }) => undefinedTerms.push(event.details),
    });
    expect(JSON.stringify(nodes)).toContain("https://schema.org/measurementTechnique");
  }
  expect(undefinedTerms).toEqual([]);
  const { catalog } = read(await requirementsCatalogue(visitor, query, root)) as {
    catalog: { groups: { id: string; controls: { id: string }[] }[] };
  };
  expect(catalog.groups.flatMap(({ controls }) => controls.map(({ id }) => id)).sort()).toEqual(
    items.map(({ rowId }) => rowId),
  );
  await expect(requirementsJsonLd(visitor, { product: "moon-dust" }, root)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("documents are proposed with what they supersede, and a circle of supersession is refused with its documents", async () => {
  const proposed = {
    title: { zh: "白砂糖（新版）", en: "White granulated sugar, new edition" },
    market: "CN",
    kind: "product-standard",
    force: "voluntary",
    issuer: "SAC",
    published: null,
    effectiveFrom: "2027-01-01",
    effectiveTo: null,
    precision: "day",
    supersedes: ["GB/T 317-2018"],
    adopts: [],
    note: null,
    reason: "announced in the bulletin",
  } as const;
  const body = { ...proposed, supersedes: [...proposed.supersedes], adopts: [] };
  await proposeDocument(engineer, "GB/T 317-2027", body);
  const now = await getDocument(visitor, "GB/T 317-2018", {});
  expect([now.fallen, now.newer.map(({ id }) => id)]).toEqual([null, ["GB/T 317-2027"]]);
  expect((await getDocument(visitor, "GB/T 317-2018", { on: "2027-01-01" })).fallen?.successor).toBe("GB/T 317-2027");
  expect((await getDocument(visitor, "GB/T 317-2027", {})).status).toBe("proposed");
  bench.clock.now = new Date("2027-01-01T01:00:00Z");
  expect((await watchStandards(watchman)).found).toBeGreaterThan(10);
  bench.clock.now = new Date("2026-11-23T01:00:00Z");
  expect((await watchStandards(watchman)).cleared).toBeGreaterThan(10);

  const circle = proposeDocument(engineer, "GB 317-1998", {
    ...body,
    effectiveFrom: null,
    supersedes: ["GB/T 317-2027"],
  });
  await expect(circle).rejects.toMatchObject({ code: "supersession-cycle" });
  await expect(circle).rejects.toThrow();
  const lost = proposeDocument(engineer, "GB/T 317-2028", { ...body, supersedes: ["GB/T 999999-2001"] });
  await expect(lost).rejects.toMatchObject({ code: "row-value-unknown", facts: { field: "supersedes" } });
  const beside = proposeDocument(engineer, "GB/T 317-2028", { ...body, supersedes: [] });
  await expect(beside).rejects.toMatchObject({ code: "editions-overlap", facts: { other: "GB/T 317-2018" } });
  const backwards = proposeDocument(engineer, "GB/T 1-2027", { ...body, effectiveTo: "2026-01-01" });
  await expect(backwards).rejects.toMatchObject({ code: "row-interval-empty" });
  const nowhere = proposeDocument(engineer, "GB/T 1-2027", { ...body, market: "ZZ" });
  await expect(nowhere).rejects.toMatchObject({ code: "row-value-unknown" });
  await expect(proposeDocument(visitor, "GB/T 1-2027", body)).rejects.toThrow();
});

test("a document's record is proposed by one and settled by another, who says what it was compared with", async () => {
  const second = bench.as("per-dengsiyuan");
  const { id, ...shown } = await getDocument(visitor, "GB/T 317-2018", {});
  const { title, market, force, issuer, published, supersedes, note } = shown;
  const body = {
    ...{ title, market, kind: shown.kind, force, issuer, published, supersedes, note, precision: shown.precision },
    ...{ effectiveFrom: shown.effectiveFrom, effectiveTo: null, reason: "the title as printed" },
    adopts: [{ to: "CXS 212-1999", degree: "NEQ" as const }],
  };
  await expect(proposeDocument(engineer, id, { ...body, adopts: [{ to: id, degree: "IDT" }] })).rejects.toMatchObject({
    code: "row-value-unknown",
  });
  await expect(
    proposeDocument(engineer, id, { ...body, adopts: [...body.adopts, { to: "CXS 212-1999", degree: "IDT" }] }),
  ).rejects.toMatchObject({ code: "row-repeated" });
  const { recordedAt } = await proposeDocument(engineer, id, { ...body, note: "amended" });
  const verified = {
    recordedAt,
    reason: "compared page by page",
    source: "official text of 2018",
    clause: "title page",
  };
  const on = { ...verified, comparedOn: "2026-11-01" };
  await expect(verifyDocument(engineer, id, on)).rejects.toMatchObject({ code: "not-independent" });
  await expect(verifyDocument(second, id, { ...on, comparedOn: "2099-01-01" })).rejects.toMatchObject({
    code: "compared-day-ahead",
  });
  await expect(verifyDocument(second, id, { ...on, recordedAt: "2020-01-01T00:00:00.000Z" })).rejects.toMatchObject({
    code: "stale",
  });
  expect((await getDocument(second, id, {})).mayVerify.allowed).toBe(true);
  expect((await getDocument(engineer, id, {})).mayVerify.allowed).toBe(false);
  expect((await verifyDocument(second, id, on)).status).toBe("verified");
  const settled = await getDocument(visitor, id, {});
  expect([settled.status, settled.note]).toEqual(["verified", "amended"]);
  expect(settled.versions[0]!.verification).toMatchObject({ edition: "official text of 2018", clause: "title page" });

  const again = await proposeDocument(engineer, id, { ...body, note: "wrong" });
  const declined = { recordedAt: again.recordedAt, reason: "the text says otherwise" };
  expect((await declineDocument(second, id, declined)).status).toBe("verified");
  expect((await getDocument(visitor, id, {})).note).toBe("amended");
  await expect(declineDocument(second, id, declined)).rejects.toMatchObject({ code: "stale" });
});
