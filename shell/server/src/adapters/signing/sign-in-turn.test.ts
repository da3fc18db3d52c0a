import { tinyPdf } from "@quanheng/formats/pdf/testing/tiny-pdf.ts";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import { demoResponder } from "@quanheng/formats/signature/testing/demo-responder.ts";
import { demoSigner } from "@quanheng/formats/signature/testing/demo-signer.ts";
import { demoStamper, type StamperOptions } from "@quanheng/formats/signature/testing/demo-stamper.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { afterEach, expect, test } from "vitest";
import { openResponder } from "../timestamp/revocation-source.ts";
import { listening } from "../timestamp/testing/test-authority.ts";
import { openTimeStamper } from "../timestamp/time-stamper.ts";
import { type LongTerm, type SigningPart, signInTurn } from "./sign-in-turn.ts";

const signedAt = "2026-11-25T08:00:00Z";
const time = "2026-11-25T08:00:03Z";
const DOWN = "http://127.0.0.1:9/";

let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

async function stand(options: Partial<StamperOptions> = {}) {
  const people = [
    ["Reviewer", 2],
    ["Signatory", 3],
    ["Institution", 4],
  ] as const;
  const demo = await Promise.all(people.map(([commonName, seed]) => demoSigner({ commonName, seed })));
  const parts = demo.map(({ signer }, at): SigningPart => {
    const [signedBy = ""] = people[at] ?? [];
    return { signer, signedBy, reason: "Issue", location: "Nanning", signedAt };
  });
  const root = demo[0]?.root ?? new Uint8Array();
  const stamper = await demoStamper({ time, ...options });
  const responder = await demoResponder({ root, now: "2026-11-25T08:01:00Z" });
  const tsa = await listening({ type: "application/timestamp-reply", respond: stamper.respond });
  const ocsp = await listening({ type: "application/ocsp-response", respond: responder.respond });
  open.push(tsa, ocsp);
  const longTerm: LongTerm = {
    timestamp: openTimeStamper({ url: tsa.url, roots: [stamper.root], policy: "1.2.3.4.5" }),
    revocation: openResponder(ocsp.url),
    authorities: [root],
    kept: { certificates: [stamper.root], crls: [await stamper.crl([], "2026-11-25T08:01:00Z")] },
    required: false,
  };
  return { parts, longTerm, tsa, ocsp, trust: { roots: [root], timestampRoots: [stamper.root] }, stamper };
}

test("with both services there, reviewer, signatory and institution sign at B-LT", async () => {
  const { parts, longTerm, trust, tsa, ocsp } = await stand();
  const { file, level, without } = await signInTurn(tinyPdf(), parts, longTerm);
  expect([level, without, tsa.asked(), ocsp.asked()]).toEqual(["B-LT", null, 3, 3]);
  const verdict = verifyPades(file, trust);
  expect(verdict).toMatchObject({ intact: true, trusted: true, coversWholeFile: true, level: "B-LT", reasons: [] });
  expect(verdict.signatures.map(({ signedBy, stampedAt }) => [signedBy, stampedAt])).toEqual([
    ["Reviewer", time],
    ["Signatory", time],
    ["Institution", time],
  ]);
});

test("without services, the signatures are B-B and nothing is said to be missing", async () => {
  const { parts, trust } = await stand();
  const made = await signInTurn(tinyPdf(), parts, { authorities: [], required: true });
  expect(made).toMatchObject({ level: "B-B", without: null });
  expect(verifyPades(made.file, trust)).toMatchObject({ trusted: true, coversWholeFile: true, level: "B-B" });
});

test("a time-stamp service that is down lowers the level and is told, or stops the signing where the level is demanded", async () => {
  const { parts, longTerm, trust, stamper } = await stand();
  const down = { ...longTerm, timestamp: openTimeStamper({ url: DOWN, roots: [stamper.root] }) };
  const made = await signInTurn(tinyPdf(), parts, down);
  expect(made.level).toBe("B-B");
  expect(made.without).not.toBe(null);
  expect(verifyPades(made.file, trust)).toMatchObject({ trusted: true, coversWholeFile: true, level: "B-B" });
  const demanded = signInTurn(tinyPdf(), parts, { ...down, required: true });
  await expect(demanded).rejects.toMatchObject({ code: "timestamp-unavailable" });
  await expect(demanded).rejects.toBeInstanceOf(Refusal);
});

test("a responder that is down leaves the time stamps", async () => {
  const { parts, longTerm, trust } = await stand();
  const made = await signInTurn(tinyPdf(), parts, { ...longTerm, revocation: openResponder(DOWN) });
  expect(made.level).toBe("B-T");
  expect(verifyPades(made.file, trust)).toMatchObject({ trusted: true, level: "B-T" });
});

for (const lies of ["nonce", "imprint", "declines"] as const) {
  test(`a time-stamp service whose answer is wrong (${lies}) is as good as none`, async () => {
    const { parts, longTerm } = await stand({ lies });
    const made = await signInTurn(tinyPdf(), parts.slice(2), longTerm);
    expect(made).toMatchObject({ level: "B-B" });
    expect(made.without).toMatch(/timestamp-/);
  });
}

test("a stamp of a stranger, another kind of answer and one without end are not taken", async () => {
  const { stamper } = await stand();
  const stranger = await listening({ type: "application/timestamp-reply", respond: stamper.respond });
  const page = await listening({ type: "text/html", respond: stamper.respond });
  const endless = await listening({
    type: "application/timestamp-reply",
    respond: async () => new Uint8Array(1024 * 1024),
  });
  open.push(stranger, page, endless);
  const ask = (url: string) => openTimeStamper({ url, roots: [] })(new Uint8Array([1]));
  await expect(ask(stranger.url)).rejects.toThrow(/timestamp-untrusted/);
  await expect(ask(page.url)).rejects.toThrow(/text\/html/);
  await expect(ask(endless.url)).rejects.toThrow(/more than/);
});
