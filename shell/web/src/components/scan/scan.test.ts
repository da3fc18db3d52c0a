import { expect, test } from "vitest";
import { isSeparatorKey, readText, sentText, separatorsLost, shownText } from "./scanned-text.ts";

const key = (more: object) => ({ key: "", code: "", ctrlKey: false, altKey: false, ...more });

test("a separator is kept whichever way a scanner types it, and no other key is taken for one", () => {
  expect(isSeparatorKey(key({ key: "]", code: "BracketRight", ctrlKey: true }))).toBe(true);
  expect(isSeparatorKey(key({ key: "+", code: "BracketRight", ctrlKey: true }))).toBe(true);
  expect(isSeparatorKey(key({ key: "\u001d" }))).toBe(true);
  expect(isSeparatorKey(key({ key: "F8", code: "F8" }))).toBe(true);
  expect(isSeparatorKey(key({ key: "]", code: "BracketRight" }))).toBe(false);
  expect(isSeparatorKey(key({ key: "v", code: "KeyV", ctrlKey: true }))).toBe(false);
  expect(sentText(shownText("]C110A\u001d21B"))).toBe("]C110A\u001d21B");
});

test("a scan whose separators were swallowed is told from one that needs none", () => {
  expect(separatorsLost("]C1010690123456789210ABC21XYZ123456789012345")).toBe(true);
  expect(separatorsLost("]C10106901234567892")).toBe(false);
  expect(separatorsLost("]C1010690123456789210ABC\u001d21XYZ")).toBe(false);
  expect(separatorsLost("010690123456789210ABC21XYZ")).toBe(true);
  expect(separatorsLost("SUGAR-S26-000017")).toBe(false);
  expect(separatorsLost("https://id.gs1.org/01/06901234567892")).toBe(false);
});

test("a camera's reading is what a hand scanner would send", () => {
  expect(readText("]d2", new TextEncoder().encode("010690123456789210A\u001d21B"))).toBe(
    "]d2010690123456789210A\u001d21B",
  );
});
