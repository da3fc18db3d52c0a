import assert from "node:assert/strict";
import { test } from "vitest";
import { checkedLogo, LOGO_BYTES } from "./logo.ts";

const svg = (inner: string, head = "") =>
  new TextEncoder().encode(`${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">${inner}</svg>`);
const png = (width: number, height: number) => {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};

test("shapes, gradients and small pictures are logos", () => {
  const gradient =
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)" d="M0 0h4z"/>';
  assert.equal(checkedLogo(svg(gradient)), "image/svg+xml");
  assert.equal(checkedLogo(png(2000, 13)), "image/png");
});

const HOSTILE: readonly (readonly [string, Uint8Array])[] = [
  ["a script", svg("<script>alert(1)</script>")],
  ["an event", svg('<path onload="alert(1)" d="M0 0"/>')],
  ["a link", svg('<a href="https://evil.example"><path d="M0 0"/></a>')],
  ["a picture from elsewhere", svg('<image href="https://evil.example/a.png"/>')],
  ["foreign content", svg("<foreignObject><p>x</p></foreignObject>")],
  ["text, which needs fonts", svg("<text>x</text>")],
  ["a use of another file", svg('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="a.svg#b"/>')],
  ["a paint from elsewhere", svg('<path fill="url(https://evil.example#a)" d="M0 0"/>')],
  ["a style sheet", svg("<style>@import url(x)</style>")],
  ["a style", svg('<path style="fill:url(http://x)" d="M0 0"/>')],
  ["an instruction", svg("", '<?xml-stylesheet href="x"?>')],
  ["a document type", svg("", '<!DOCTYPE svg [<!ENTITY a "b">]>')],
  ["another namespace", new TextEncoder().encode('<svg xmlns="http://www.w3.org/1999/xhtml"/>')],
  ["HTML", new TextEncoder().encode("<html><body/></html>")],
  ["no picture", new TextEncoder().encode("hello")],
  ["nothing", new Uint8Array()],
  ["a PNG without a header", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ["a PNG that unpacks to much", png(60_000, 60_000)],
  ["an empty PNG", png(0, 4)],
  ["what is too large", new Uint8Array(LOGO_BYTES + 1)],
];

test.each(HOSTILE)("%s is refused", (_, bytes) => {
  assert.throws(() => checkedLogo(bytes), { code: "logo-unusable" });
});
