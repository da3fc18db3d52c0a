import { expect, test } from "vitest";
import { readXml } from "../../xml/read.ts";
import { listFaults } from "./lists.ts";

const list = (inside: string) => listFaults(readXml(`<l xmlns:si="https://ptb.de/si">${inside}</l>`).root);
const values = "<si:valueXMLList>1 2 3</si:valueXMLList><si:unitXMLList>\\metre</si:unitXMLList>";
const expanded = (member: string) =>
  `<si:measurementUncertaintyUnivariateXMLList><si:expandedMUXMLList><si:valueExpandedMUXMLList>${member}</si:valueExpandedMUXMLList></si:expandedMUXMLList></si:measurementUncertaintyUnivariateXMLList>`;

test("a list beside values has one member for all, or one for each", () => {
  const of = (member: string) => list(`<si:realListXMLList>${values}${expanded(member)}</si:realListXMLList>`);
  expect([of("0.1"), of("0.1 0.2 0.3")]).toEqual([[], []]);
  expect(of("0.1 0.2")).toMatchObject([
    { code: "dcc-list-length", severity: "error", facts: { name: "valueExpandedMUXMLList", members: 2, values: 3 } },
  ]);
});

test("real and imaginary parts are as many", () => {
  const complex =
    "<si:complexListXMLList><si:valueRealXMLList>1 2</si:valueRealXMLList><si:valueImagXMLList>1</si:valueImagXMLList><si:unitXMLList>\\volt</si:unitXMLList></si:complexListXMLList>";
  expect(list(complex)).toMatchObject([{ code: "dcc-list-length", facts: { members: 1, values: 2 } }]);
});

test("a unit that D-SI does not name is pointed at; one behind a bar is not", () => {
  const unit = (text: string) => list(`<si:real><si:unit>${text}</si:unit></si:real>`);
  for (const known of ["\\metre", "\\kilo\\gram", "\\degreecelsius", "|mile", "\\metre\\tothe{-0.5}"])
    expect(unit(known)).toEqual([]);
  for (const strange of ["\\meter", "m", "\\degreeCelsius", "kg/m"]) {
    expect(unit(strange)).toMatchObject([{ code: "dcc-unit-unknown", severity: "warning" }]);
  }
});
