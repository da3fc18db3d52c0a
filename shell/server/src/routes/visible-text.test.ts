import { expect, test } from "vitest";
import { shareHouse } from "../testing/house.ts";
import { requireVisible } from "./visible-text.ts";

const CODES = [0x202a, 0x202e, 0x2066, 0x2069, 0x200b, 0x200f, 0xfeff, 0x07, 0x7f, 0x85, 0xad, 0x2028, 0x0a, 0x09];

test.each(CODES)("character number %i is refused, deep in a body and in the name of a field", (code) => {
  const character = String.fromCodePoint(code);
  const facts = { field: "item.names.1", characters: [`U+${code.toString(16).toUpperCase().padStart(4, "0")}`] };
  expect(() => requireVisible({ item: { names: ["a", `糖${character}`] } })).toThrow(
    expect.objectContaining({ code: "invisible-character", facts }),
  );
  expect(() => requireVisible({ claims: { [`CN${character}`]: "A" } })).toThrow("invisible-character");
});

test("line breaks stand in remarks, what turns the writing does not; a password is nobody's to read", () => {
  requireVisible({
    item: { remarks: "one\r\ntwo\tthree", lot: "Ünïçode-糖 🍬" },
    n: 3,
    none: null,
    password: "\u200d",
  });
  expect(() => requireVisible({ remarks: "one\n\u202etwo" })).toThrow("invisible-character");
});

const opened = shareHouse({});

test("a request with such a text is refused before a service sees it", async () => {
  const { send, signIn } = opened();
  const cookie = await signIn("enterprise-user");
  const body = { product: "white-\u202esugar", markets: ["CN"], claims: {}, on: "2026-11-23" };
  const answer = await send("POST", "/api/selection/requirements", { cookie, body });
  expect([answer.statusCode, answer.json().code, answer.json().facts.field]).toEqual([
    422,
    "invisible-character",
    "product",
  ]);
});
