import { expect, test } from "vitest";
import { csvCell } from "./csv-cell.ts";
import { draftOf, itemOf } from "./item-draft.ts";
import { wholeNumber } from "./whole-number.ts";

test("a cell that a spreadsheet would compute stays a text", () => {
  expect(csvCell("=1+1")).toBe("'=1+1");
  expect(csvCell('a,"b"')).toBe('"a,""b"""');
  expect(csvCell("6901234567892")).toBe("6901234567892");
});

test("only whole numbers within their bounds are taken", () => {
  expect(["1", " 12 ", "1000"].map((typed) => wholeNumber(typed, 1, 1000))).toEqual([1, 12, 1000]);
  for (const typed of ["", "0", "1001", "1.5", "1e2", "-1", "٣"]) expect(wholeNumber(typed, 1, 1000)).toBeUndefined();
});

test("what the form shows of an item goes back as it came", () => {
  const href = "https://www.example.cn/p";
  const links = {
    "https://ref.gs1.org/voc/defaultLink": [{ href, title: "P" }],
    "https://ref.gs1.org/voc/pip": [
      { href, title: "P", type: "text/html", hreflang: ["zh", "en"], context: ["VN"], fwqs: false },
    ],
  };
  const kept = { path: "/01/09521234543213", description: "x", withdrawn: false, links };
  expect(itemOf(draftOf({ ...kept, version: 3, recordedAt: "2026-01-01T00:00:00Z" }))).toEqual(kept);
});
