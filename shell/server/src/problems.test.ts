import { startProblems } from "@quanheng/contract/messages/problems/start.ts";
import { problemCodes } from "@quanheng/contract/messages/problems.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { languageOf } from "./language.ts";
import { answerFor } from "./problems.ts";

const incident = () => "1a2b3c4d";

test("a refusal keeps code and facts and is said in both languages", () => {
  const { problem, incident: none } = answerFor(new Refusal("locked-out", { seconds: 60 }), "zh", incident);

  expect(none).toBeNull();
  expect(problem).toMatchObject({ status: 429, code: "locked-out", facts: { seconds: 60 } });
  expect(problem.title).toContain("60");
  expect(problem.title).toBe(problem.sentence?.zh);
  expect(problem.sentence?.en).toContain("60 seconds");
});

test("roles and states inside a sentence are said in the reader's language", () => {
  const { problem } = answerFor(new Refusal("not-permitted", { role: "analyst" }), "en", incident);

  expect(problem.sentence?.zh).toContain("检测员");
  expect(problem.sentence?.en).toContain("Laboratory analyst");
  expect(problem.facts).toEqual({ role: "analyst" });
});

test("every code that a reader can meet over HTTP has a status of refusal", () => {
  const statuses = problemCodes
    .filter((code) => code !== "internal" && !Object.hasOwn(startProblems, code))
    .map((code) => [code, answerFor(new Refusal(code), "en", incident).problem.status] as const);

  expect(statuses.filter(([, status]) => status < 400 || (status >= 500 && status !== 503))).toEqual([]);
});

test("a bug tells its incident number and nothing else", () => {
  const secret = Object.assign(new Error("password of 10.0.0.7 is hunter2"), { detail: "SELECT * FROM person" });
  const { problem, incident: kept } = answerFor(secret, "en", incident);

  expect(kept).toBe("1a2b3c4d");
  expect(problem).toMatchObject({ status: 500, code: "internal", facts: { incident: "1a2b3c4d" } });
  expect(JSON.stringify(problem)).not.toMatch(/hunter2|10\.0\.0\.7|SELECT/);
});

test("a code that nobody gave a sentence is a bug, not an answer", () => {
  expect(answerFor(new Refusal("no-such-code"), "en", incident).problem.code).toBe("internal");
});

test("what the database refuses has a meaning: four eyes, rights, and being away", () => {
  const code = (error: object) => answerFor(Object.assign(new Error("x"), error), "en", incident).problem.code;

  expect(code({ code: "23514", constraint: "review_four_eyes" })).toBe("not-independent");
  expect(code({ code: "42501" })).toBe("not-permitted");
  expect(code({ code: "57P01" })).toBe("database-unavailable");
  expect(code({ code: "ENOENT", syscall: "connect" })).toBe("database-unavailable");
  expect(code({ code: "ENOENT", syscall: "open" })).toBe("internal");
  expect(code({ code: "23505" })).toBe("internal");
});

test("the reader's language is asked for, else accepted, else English", () => {
  expect(languageOf({ lang: "zh" }, "en")).toBe("zh");
  expect(languageOf({}, "zh-CN,zh;q=0.9,en;q=0.8")).toBe("zh");
  expect(languageOf({}, "vi-VN,en;q=0.5,zh;q=0.4")).toBe("en");
  expect(languageOf({ lang: "xx" }, undefined)).toBe("en");
});
