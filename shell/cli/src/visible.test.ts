import { expect, test } from "vitest";
import type { Call } from "./command.ts";
import { visible, visibly } from "./visible.ts";

test("what steers a terminal or turns the writing is shown, letters of any script stay", () => {
  expect(visible("a\u001b[2Jb\nc.pdf: valid\u202e\u0085")).toBe("a‹U+001B›[2Jb‹U+000A›c.pdf: valid‹U+202E›‹U+0085›");
  expect(visible("白砂糖 ស្ករ\u200b น้ำตาล đường µm")).toBe("白砂糖 ស្ករ\u200b น้ำตาล đường µm");
});

test("JSON stays the same value", () => {
  const lines: string[] = [];
  const call = { json: true, out: (line: string) => void lines.push(line) } as unknown as Call;
  const value = { file: "a\u001b\u009b\u202e.pdf" };
  visibly(call).out(JSON.stringify(value));
  expect(lines[0]).not.toMatch(/[\u009b\u202e]/);
  expect(JSON.parse(lines[0] ?? "")).toEqual(value);
});
