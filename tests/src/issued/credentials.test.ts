import { readdirSync, readFileSync } from "node:fs";
import { readDidDocument } from "@quanheng/formats/credential/did.ts";
import { judgeJwt } from "@quanheng/formats/credential/jws.ts";
import { untpFaults } from "@quanheng/formats/credential/untp/recognise.ts";
import { trustGraph } from "@quanheng/formats/credential/untp/trust-graph.ts";
import { expect, test } from "vitest";

// One credential of each class, and the rules that they name. They are never changed and must verify for good.
const root = new URL("../../issued/0012-credentials/", import.meta.url);
const text = (file: string) => readFileSync(new URL(file, root), "utf8").trim();
const documents = Object.values(JSON.parse(text("dids.json")) as Record<string, unknown>).map(readDidDocument);
const dids = new Map(documents.flatMap((document) => (document ? [[document.id, document] as const] : [])));
const files = readdirSync(root);
const credentials = files.filter((file) => file.endsWith(".jwt"));

test("each is signed and has the form of its class, and one changed character is told", () => {
  expect(credentials).toEqual(["anchor.jwt", "conformity.jwt", "facility.jwt", "passport.jwt"]);
  for (const file of credentials) {
    const { signature, payload } = judgeJwt(text(file), dids);
    expect([file, signature, untpFaults(payload)]).toEqual([file, "ok", []]);
    const other = text(file).replace(/.{20}$/, (end) => (end.startsWith("A") ? "B" : "A") + end.slice(1));
    expect(judgeJwt(other, dids).signature).toBe("wrong");
  }
});

test("the passport's claims are confirmed, and the issuer is known to the register", () => {
  const payloads = credentials.map((file) => judgeJwt(text(file), dids).payload);
  const { claims, issuers } = trustGraph(payloads, ["did:web:qi.example"]);
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter(({ attestedBy }) => attestedBy.length === 0)).toEqual([]);
  expect(issuers.map(({ identity }) => identity).sort()).toEqual(["anchored", "root"]);
});

test("scheme, profile and criterion keep their form", () => {
  for (const file of ["scheme.json", "profile.json", "criterion.json"])
    expect([file, untpFaults(JSON.parse(text(file)))]).toEqual([file, []]);
});
