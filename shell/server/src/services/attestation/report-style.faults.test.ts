import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { openIssuingDesk } from "../../testing/issuing-desk.ts";
import { cancelCommission, createCommission } from "../selection/commissions.ts";
import type { IssuingDesk } from "./make-documents.ts";
import { changeReportDesign, changeReportLogo, getReportDesign } from "./report-design.ts";
import { chooseReportLanguage, getReportLanguage } from "./report-language.ts";

const ends: (() => Promise<void>)[] = [];
let bench: DemoBench;
let desk: IssuingDesk;
let commission: string;
beforeAll(async () => {
  bench = await openDemoBench();
  ends.push(bench.close);
  desk = await openIssuingDesk({ onTestFinished: (end) => ends.push(end) }, () => new Date(bench.clock.now));
  commission = (await createCommission(bench.as(HANDS.mill), DEMO_DRAFT)).id;
}, 60_000);
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const signatory = () => bench.as(HANDS["ins-sugar"].signatory, "signatory");
const LOOK = { accent: "#5A2A82", footerZh: "电话 0771", footerEn: "Phone 0771", keepLogo: true };
const LOGO = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path fill="#5a2a82" d="M0 0h8v4z"/></svg>',
);

/** Breaks the work at each of its statements in turn: nothing may remain until it goes through. */
async function allOrNothing(context: Context, work: (context: Context) => Promise<unknown>): Promise<number> {
  const traces = async () => [
    await bench.database.owner.selectFrom("report_design").selectAll().execute(),
    await bench.database.owner.selectFrom("report_language").selectAll().execute(),
    (await bench.trail()).length,
  ];
  const before = await traces();
  for (let n = 1; ; n++) {
    const failed = await work(breakingAt(n, context)).then(
      () => null,
      (error: Error) => error,
    );
    if (failed === null) return n - 1;
    expect(failed.message).toContain("injected fault");
    expect(await traces(), `after a fault in statement ${n}`).toEqual(before);
  }
}

test("the client chooses the language of its documents, whatever fails; others see it or do not know of it", async () => {
  const mill = bench.as(HANDS.mill);
  expect(await getReportLanguage(mill, commission)).toEqual({ language: "en", mayChoose: true });
  expect(await allOrNothing(mill, (context) => chooseReportLanguage(context, commission, "th"))).toBeGreaterThan(2);
  await chooseReportLanguage(mill, commission, "vi");
  expect(await getReportLanguage(mill, commission)).toEqual({ language: "vi", mayChoose: true });
  for (const stranger of ["per-huanglixin", HANDS["ins-sugar"].analyst, "per-luozheng"]) {
    await expect(getReportLanguage(bench.as(stranger), commission)).rejects.toMatchObject({ code: "not-found" });
    await expect(chooseReportLanguage(bench.as(stranger), commission, "ms")).rejects.toMatchObject({
      code: "not-found",
    });
  }
});

test("what was cancelled gets no further language", async () => {
  const mill = bench.as(HANDS.mill);
  const { id, version } = await createCommission(mill, DEMO_DRAFT);
  await cancelCommission(mill, id, { version, reason: "changed our mind" });
  await expect(chooseReportLanguage(mill, id, "th")).rejects.toMatchObject({ code: "language-fixed" });
});

test("an institution changes colour, foot and logo of its own documents only, whatever fails", async () => {
  expect(await allOrNothing(signatory(), (context) => changeReportDesign(context, desk, LOOK))).toBeGreaterThan(2);
  expect(await allOrNothing(signatory(), (context) => changeReportLogo(context, desk, LOGO))).toBeGreaterThan(2);
  const seen = await getReportDesign(signatory(), desk);
  expect(seen).toMatchObject({ accent: "#5a2a82", footerZh: "电话 0771", footerEn: "Phone 0771" });
  expect(seen.logo).toMatch(/^data:image\/svg\+xml;base64,/);
  const other = bench.as(HANDS["ins-caiq"].signatory, "signatory");
  expect(await getReportDesign(other, desk)).toMatchObject({ accent: "#0b5c7a", logo: null });
  expect((await changeReportDesign(signatory(), desk, { ...LOOK, keepLogo: false })).logo).toBe(null);
});

test("what cannot be read, printed or set never reaches a document", async () => {
  const refusals = [
    [changeReportDesign(signatory(), desk, { ...LOOK, accent: "#ffee00" }), "contrast-low"],
    [changeReportDesign(signatory(), desk, { ...LOOK, accent: "red" }), "colour-malformed"],
    [changeReportDesign(signatory(), desk, { ...LOOK, footerEn: "Foot 🍬" }), "not-printable"],
    [changeReportLogo(signatory(), desk, new TextEncoder().encode("<svg/>")), "logo-unusable"],
    // A head that looks like a picture, with nothing behind it: only setting it tells.
    [changeReportLogo(signatory(), desk, brokenPng()), "logo-unusable"],
  ] as const;
  for (const [work, code] of refusals) await expect(work).rejects.toMatchObject({ code });
});

function brokenPng(): Uint8Array {
  const bytes = Buffer.alloc(60);
  bytes.set([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2,
  ]);
  return new Uint8Array(bytes);
}
