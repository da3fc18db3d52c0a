import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { canonicalText } from "./canonical.ts";
import { childNamed, elementsOf, textOf } from "./node.ts";
import { readXml } from "./read.ts";
import { writeXml } from "./write.ts";

function refusal(source: string | Uint8Array): readonly [code: string, why: unknown] {
  try {
    readXml(source);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts["why"] ?? error.facts["what"]];
    throw error;
  }
  return ["", undefined];
}

test("what is not well formed is refused with why", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", "root"],
    ["<a>", "unclosed:a"],
    ["<a></b>", "end-tag:a"],
    ["<a/><b/>", "after-root"],
    ['<a b="1" b="2"/>', "duplicate-attribute:b"],
    ['<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', "duplicate-attribute:b"],
    ["<x:a/>", "prefix:x"],
    ['<a xmlns:x=""/>', "namespace"],
    ['<a xmlns:xml="u"/>', "namespace"],
    ["<a b=1/>", "attribute"],
    ['<a b="<"/>', "attribute"],
    ['<a b="1"c="2"/>', "tag"],
    ["<a>]]></a>", "cdata-end"],
    ["<a><!-- -- --></a>", "comment"],
    ["<a>&nbsp;</a>", "entity"],
    ["<a>&#0;</a>", "character"],
    ["<a>&#xD800;</a>", "character"],
    ["<a>\u0001</a>", "character"],
    ["<a>& b</a>", "reference"],
    ["<a><?xml version='1.0'?></a>", "instruction"],
    ['<?xml version="1.1"?><a/>', "declaration"],
    ['<?xml version="1.0" encoding="GB18030"?><a/>', "declaration"],
  ];
  for (const [source, why] of cases) expect([source, ...refusal(source)]).toEqual([source, "xml-unreadable", why]);
  expect(refusal(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e))).toEqual(["xml-unreadable", "utf-8"]);
});

test("a fault is told with line and column", () => {
  expect(() => readXml("<a>\n  <b>\n  </c>\n</a>")).toThrow(
    expect.objectContaining({ facts: { why: "end-tag:b", line: 3, column: 5 } }),
  );
});

test("a document type is refused, and with it bombs of entities and entities from elsewhere", () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  for (const source of [bomb, outside]) expect(refusal(source)).toEqual(["xml-unreadable", "doctype"]);
  expect(refusal("<a><!DOCTYPE b></a>")).toEqual(["xml-unreadable", "markup"]);
});

test("depth, attributes, nodes and bytes are bounded", () => {
  expect(refusal("<a>".repeat(100_000))).toEqual(["xml-too-large", "depth"]);
  const many = Array.from({ length: 1000 }, (_, i) => `a${i}="1"`).join(" ");
  expect(refusal(`<a ${many}/>`)).toEqual(["xml-too-large", "attributes"]);
  expect(refusal(`<a>${"<b/>".repeat(1_000_001)}</a>`)).toEqual(["xml-too-large", "nodes"]);
  const started = performance.now();
  expect(refusal(new Uint8Array(100 * 1024 * 1024).fill(0x20))).toEqual(["xml-too-large", "bytes"]);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("a comment neither ends a value nor belongs to it", () => {
  const { root } = readXml("<a><v>1<!-- 9 -->2</v></a>");
  expect(textOf(childNamed(root, "", "v") ?? root)).toBe("12");
});

test("line ends, CDATA and references read as XML says", () => {
  const { root } = readXml("<a b='x\ty'>1\r\n2\r3<![CDATA[<&]]>&lt;&#x20AC;</a>");
  expect(textOf(root)).toBe("1\n2\n3<&<€");
  expect(root.attributes[0]?.value).toBe("x y");
});

// Canonical XML 1.0, 3.3 (start and end tags), without its document type.
test("start and end tags take their canonical form", () => {
  const source = `<doc>
   <e1   />
   <e2   ></e2>
   <e3   name = "elem3"   id="elem3"   />
   <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
      xmlns:b="http://www.ietf.org"
      xmlns:a="http://www.w3.org"
      xmlns="http://example.org"/>
   <e6 xmlns="" xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="" xmlns:a="http://www.w3.org">
            <e9 xmlns="" xmlns:a="http://www.ietf.org"/>
         </e8>
      </e7>
   </e6>
</doc>`;
  expect(canonicalText(readXml(source), { form: "c14n-1.0" })).toBe(`<doc>
   <e1></e1>
   <e2></e2>
   <e3 id="elem3" name="elem3"></e3>
   <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>
   <e6 xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="">
            <e9 xmlns:a="http://www.ietf.org"></e9>
         </e8>
      </e7>
   </e6>
</doc>`);
});

// Exclusive XML Canonicalization 1.0, 2.2: the same element under two envelopes.
test("the exclusive form of an element is the same in every envelope", () => {
  const one = readXml(
    '<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>',
  );
  const two = readXml(
    '<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n2:pdu>',
  );
  const forms = [one, two].map(({ root }) => canonicalText(elementsOf(root)[0] ?? root, { form: "exclusive" }));
  const expected =
    '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>';
  expect(forms).toEqual([expected, expected]);
  expect(canonicalText(elementsOf(two.root)[0] ?? two.root, { form: "c14n-1.0" })).toBe(
    '<n1:elem2 xmlns:n1="http://example.net" xmlns:n2="http://foo.example" xml:lang="en" xml:space="retain"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
  );
});

test("version 1.1 does not inherit xml:id, version 1.0 does", () => {
  const { root } = readXml('<a xml:id="i" xml:lang="zh"><b/></a>');
  const b = elementsOf(root)[0] ?? root;
  expect(canonicalText(b, { form: "c14n-1.1" })).toBe('<b xml:lang="zh"></b>');
  expect(canonicalText(b, { form: "c14n-1.0" })).toBe('<b xml:id="i" xml:lang="zh"></b>');
});

test("what is written reads the same again", () => {
  const text = writeXml(readXml('<?go a?><a b="&quot;&#10;&lt;">&amp;&#13;<!--c--><d xmlns="u"/></a>'));
  expect(writeXml(readXml(text))).toBe(text);
});
