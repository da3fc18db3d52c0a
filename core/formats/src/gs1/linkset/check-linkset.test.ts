import { expect, test } from "vitest";
import { linkType } from "../vocabulary/link-type.ts";
import { checkLinkset } from "./check-linkset.ts";

const good = {
  anchor: "https://id.example.org/01/09521234543213",
  itemDescription: "白砂糖 50 kg",
  "https://ref.gs1.org/voc/certificationInfo": [
    { href: "https://example.org/c/1", title: "Certificate", hreflang: ["zh-CN", "en"], type: "application/pdf" },
  ],
};

test("a good linkset has no problem, and GS1 asks for a description beyond the RFC", () => {
  expect(checkLinkset({ linkset: [good] })).toEqual([]);
  const { itemDescription, ...bare } = good;
  expect(itemDescription).not.toBe("");
  expect(checkLinkset({ linkset: [bare] }, false)).toEqual([]);
  expect(checkLinkset({ linkset: [bare] })).toEqual([
    { code: "linkset-missing-member", at: "/linkset/0/itemDescription" },
  ]);
});

test.each([
  ["javascript:alert(1)", "linkset-not-an-address", "href"],
  ["data:text/html,x", "linkset-not-an-address", "href"],
  [["zh-Hans"], "linkset-not-a-language", "hreflang"],
  ["html", "linkset-not-a-media-type", "type"],
  ["yes", "linkset-wrong-type", "fwqs"],
  ["x", "linkset-unknown-member", "onclick"],
] as const)("%j is refused as %s in %s", (value, code, member) => {
  const target = { href: "https://example.org/", title: "t", [member]: value };
  expect(checkLinkset({ linkset: [{ ...good, next: [target] }] })).toEqual([
    { code, at: `/linkset/0/next/0/${member}` },
  ]);
});

test.each([null, [], "x", 1, { linkset: {} }, { linkset: [null] }, { linkset: [{ ...good, Next: [] }] }])(
  "%j is no linkset",
  (value) => expect(checkLinkset(value).length).toBeGreaterThan(0),
);

test("link types are known by their former addresses too, and nothing inherited is one", () => {
  expect(["gs1:dpp", "https://gs1.org/voc/dpp", "https://www.gs1.org/voc/dpp"].map(linkType)).toEqual([
    "dpp",
    "dpp",
    "dpp",
  ]);
  expect(["gs1:constructor", "dpp", "https://evil.example/voc/dpp"].map(linkType)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
