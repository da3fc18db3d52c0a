import { checkLinkset } from "@quanheng/formats/gs1/linkset/check-linkset.ts";
import { expect, test } from "vitest";
import { answerTo, DEFAULT_LINK, withQuery } from "./answer.ts";
import { readAsked } from "./asked.ts";
import { isItemPath, isSafeTarget, itemProblems, itemsOfLinkset } from "./check-item.ts";
import type { ResolverItem } from "./item.ts";
import { linksetDocument } from "./linkset.ts";
import { languageWeight, preferences, typeWeight } from "./preference.ts";

const PIP = "https://ref.gs1.org/voc/pip";
const page = { href: "https://www.example.cn/p", title: "Page" };
const item: ResolverItem = {
  path: "/01/09521234543213",
  description: "Gauge",
  withdrawn: false,
  links: { [DEFAULT_LINK]: [page], [PIP]: [{ ...page, hreflang: ["en"] }] },
};
const NO_WISH = { languages: [], types: [], context: [] };

function asked(url: string) {
  const read = readAsked(url);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

test("levels go from the serial number up to the class, escaped as the register writes them", () => {
  expect(asked("/01/09521234543213/10/B1/21/SN%2f1?linkType=gs1:pip&context=VN").levels).toEqual([
    "/01/09521234543213/10/B1/21/SN%2F1",
    "/01/09521234543213/10/B1",
    "/01/09521234543213",
  ]);
  expect(asked("/01/09521234543213?linkType=https%3A%2F%2Fgs1.org%2Fvoc%2Fpip").relation).toBe(PIP);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "//evil.example/",
  "https://user:pw@evil.example/",
  "https://127.0.0.1/",
  "https://[::1]/",
  "https://localhost/",
  "https://0x7f000001/",
  "https://a.example/ x",
  "https://a.example/\r\nSet-Cookie: a=b",
  "https://a.example\\@b.example/",
  "ftp://a.example/",
  "https://пример.example/",
  `https://a.example/${"x".repeat(2000)}`,
])("no link leads to %j", (href) => expect(isSafeTarget(href)).toBe(false));

test.each(["https://www.example.cn/p?a=b#c", "http://a.example:8080", "https://xn--e1afmkfd.example/"])(
  "a link may lead to %s",
  (href) => expect(isSafeTarget(href)).toBe(true),
);

test("the query of a request goes behind the target's own and before its fragment, and never elsewhere", () => {
  expect(withQuery({ href: "https://a.example/x#part", title: "" }, "foo=bar")).toBe(
    "https://a.example/x?foo=bar#part",
  );
  expect(withQuery({ href: "https://a.example/x?", title: "" }, "foo=bar")).toBe("https://a.example/x?foo=bar");
  expect(withQuery({ href: "https://a.example/x", title: "", fwqs: false }, "foo=bar")).toBe("https://a.example/x");
  expect(withQuery({ href: "https://a.example/x", title: "" }, "@evil.example")).toBe(
    "https://a.example/x?@evil.example",
  );
});

test("RFC 9110, 12.5.1: the more special range has its own weight", () => {
  const accept = preferences("text/*;q=0.3, text/html;q=0.7, */*;q=0.5");
  expect([typeWeight(accept, "text/html"), typeWeight(accept, "text/plain"), typeWeight(accept, "image/png")]).toEqual([
    0.7, 0.3, 0.5,
  ]);
  expect(languageWeight(preferences("*;q=0.1, zh;q=0"), "zh-CN")).toBe(0);
  expect(languageWeight(preferences("zh-CN"), "zh")).toBe(1);
});

test("an item without a default link, with two, or with one that no type describes is refused", () => {
  const faults = (links: ResolverItem["links"], inherits = false) =>
    itemProblems({ ...item, links }, inherits).map(({ fault }) => fault);
  expect(faults(item.links)).toEqual([]);
  expect(faults({ [PIP]: [page] })).toEqual(["default-missing"]);
  expect(faults({ [PIP]: [page] }, true)).toEqual([]);
  expect(faults({ [DEFAULT_LINK]: [page, page], [PIP]: [page] })).toEqual(["default-several"]);
  expect(faults({ [DEFAULT_LINK]: [page] })).toEqual(["default-undescribed"]);
  expect(faults({ [DEFAULT_LINK]: [{ ...page, type: "text/html" }], [PIP]: [page] })).toEqual([
    "default-with-attributes",
  ]);
  expect(faults({ ...item.links, "gs1:pip": [page] })).toEqual(["relation-unknown"]);
});

test("a path is one level of a key as it is written, nothing else", () => {
  expect(isItemPath("/01/09521234543213/10/B1")).toBe(true);
  for (const path of [
    "/01/09521234543214",
    "/01/9521234543213",
    "/x/01/09521234543213",
    "/01/09521234543213/",
    "/01/09521234543213?a=b",
    "",
  ])
    expect(isItemPath(path), path).toBe(false);
});

test("what is handed out as a linkset is a good one, and comes back as it was", () => {
  const document = linksetDocument("https://id.example.cn", [item]);
  expect(checkLinkset(document)).toEqual([]);
  expect(itemsOfLinkset(document)).toEqual({ ok: true, items: [item] });
  expect(itemsOfLinkset({ linkset: [{ anchor: "https://id.example.cn/01/1", itemDescription: "x" }] })).toMatchObject({
    ok: false,
  });
});

test("a thing withdrawn answers so on every level below it, and a withdrawn batch does not take its product along", () => {
  const gone = { ...item, withdrawn: true };
  expect(answerTo(asked("/01/09521234543213/10/B1"), [gone], NO_WISH).kind).toBe("gone");
  const batch = { ...gone, path: "/01/09521234543213/10/B1" };
  expect(answerTo(asked("/01/09521234543213/10/B1"), [batch, item], NO_WISH).kind).toBe("gone");
  expect(answerTo(asked("/01/09521234543213"), [item], NO_WISH).kind).toBe("redirect");
});
