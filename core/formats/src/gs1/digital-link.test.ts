import { expect, test } from "vitest";
import { digitalLink, parseDigitalLink } from "./digital-link.ts";

test("a document's key becomes an address and comes back", () => {
  const key = { ai: "253", value: "8991230787231h:zxfT9" };
  const link = digitalLink("https://id.example.org/q/", key);
  expect(link).toBe("https://id.example.org/q/253/8991230787231h%3AzxfT9");
  expect(parseDigitalLink(link)).toEqual({ host: "id.example.org", key, qualifiers: [], query: {} });
});

test("batch and serial number keep their order", () => {
  const batch = { ai: "10", value: "A/1" };
  const serial = { ai: "21", value: "7" };
  const key = { ai: "01", value: "09521234543213" };
  expect(parseDigitalLink(digitalLink("https://example.org", key, [batch, serial]))?.qualifiers).toEqual([
    batch,
    serial,
  ]);
  expect(parseDigitalLink(digitalLink("https://example.org", key, [serial, batch]))).toBeUndefined();
});

test.each([
  ["a wrong check digit", "https://example.org/01/09521234543214"],
  ["a mixed-case scheme", "Https://example.org/01/09521234543213"],
  ["a trailing slash", "https://example.org/01/09521234543213/"],
  ["no key", "https://example.org/about/us"],
  ["a broken escape", "https://example.org/253/8991230787231%G1"],
  ["a zero byte", "https://example.org/253/8991230787231%00"],
  ["a qualifier of another key", "https://example.org/253/8991230787231/10/A"],
  ["an empty qualifier", "https://example.org/01/09521234543213/10//21/7"],
  ["another scheme", "javascript:alert(1)//01/09521234543213"],
])("%s is refused", (_, text) => expect(parseDigitalLink(text)).toBeUndefined());

test("the query is kept apart from the key", () => {
  expect(parseDigitalLink("https://example.org/01/09521234543213?linkType=gs1:certificationInfo&x=a+b")?.query).toEqual(
    { linkType: "gs1:certificationInfo", x: "a b" },
  );
});
