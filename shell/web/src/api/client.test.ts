import { uploadFile } from "@quanheng/contract/routes/determination.ts";
import { listCommissions } from "@quanheng/contract/routes/selection.ts";
import { getSession } from "@quanheng/contract/routes/session.ts";
import { afterEach, expect, test, vi } from "vitest";
import { addressOf, call, hrefOf } from "./client.ts";
import { ProblemError } from "./problem-error.ts";

afterEach(() => vi.unstubAllGlobals());

const answering = (response: () => Response) => {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => response());
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

test("parameters stand in their places, and what is absent is left out of the query", () => {
  expect(addressOf("/api/tasks/:id/review", { params: { id: "tsk-1" } })).toBe("/api/tasks/tsk-1/review");
  expect(addressOf("/api/x/:needle", { params: { needle: "a/../b?c" } })).toBe("/api/x/a%2F..%2Fb%3Fc");
  expect(hrefOf(listCommissions, { query: { text: "白糖 & 铝", state: undefined, late: "true" } })).toBe(
    "/api/commissions?text=%E7%99%BD%E7%B3%96+%26+%E9%93%9D&late=true",
  );
});

test("a page's request says that it is one, and asks in the reader's language", async () => {
  const fetched = answering(() => Response.json({ person: null }));
  await call(getSession, {});
  const [address, { headers, credentials }] = fetched.mock.calls[0]!;
  expect(address).toBe("/api/session");
  expect(headers).toMatchObject({ "x-quanheng-request": "page" });
  expect(credentials).toBe("same-origin");
});

test("a file travels after the texts that describe it, and no content type is set by hand", async () => {
  const fetched = answering(() => Response.json({ id: "fil-1234" }, { status: 201 }));
  const file = new File(["a;b"], "读数.csv", { type: "text/csv" });
  await call(uploadFile, { body: { purpose: "instrument-file", commissionId: undefined }, file });
  const [, { body, headers }] = fetched.mock.calls[0]!;
  expect([...(body as FormData).keys()]).toEqual(["purpose", "file"]);
  expect(headers).not.toHaveProperty("content-type");
});

test("a problem document arrives as an error with code, facts, fields and the sentence in both languages", async () => {
  const sentence = { zh: "已被修改", en: "It was changed" };
  const facts = { changedBy: "Li", changedAt: "2026-11-25T08:00:00Z" };
  answering(() =>
    Response.json({ type: "x", title: "t", status: 409, code: "stale", facts, sentence }, { status: 409 }),
  );
  const error = await call(getSession, {}).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ status: 409, code: "stale", facts, fields: [], sentence });
});

test("a failed answer that is no problem document still has a sentence", async () => {
  answering(() => new Response("<html>Bad gateway</html>", { status: 502 }));
  await expect(call(getSession, {})).rejects.toMatchObject({ status: 502, code: "unreadable-answer" });
});

test("no answer at all is a lost connection, and says that nothing typed is lost", async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("Failed to fetch");
  });
  const error = await call(getSession, {}).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ status: 0, code: "connection-lost" });
  expect((error as ProblemError).sentence.en).toContain("What you typed is kept");
});
