import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProblemError } from "../api/problem-error.ts";
import { chooseLanguage } from "../i18n/i18n.ts";
import { ActionButton } from "./ActionButton.tsx";
import { BudgetChart } from "./BudgetChart.tsx";
import { DataTable, listed } from "./DataTable.tsx";
import { MarketTag } from "./MarketTag.tsx";
import { NumberField } from "./NumberField.tsx";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { Quantity } from "./Quantity.tsx";
import { Stateful } from "./Stateful.tsx";
import { Timeline } from "./Timeline.tsx";
import { VerdictTag } from "./VerdictTag.tsx";

beforeAll(() => chooseLanguage("en"));
afterAll(() => chooseLanguage("en"));

/** The markup of a component inside a router, and the words that a reader finds in it. */
async function drawn(element: ReactNode): Promise<{ readonly html: string; readonly words: string }> {
  const root = createRootRoute({ component: () => element });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ["/"] }) });
  await router.load();
  const html = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return {
    html,
    words: html
      .replace(/<style[\s\S]*?<\/style>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  };
}

const problem = (status: number, code = "stale") =>
  new ProblemError({ status, code, sentence: { zh: "已被修改。", en: "It was changed." } });

test("a verdict is told by word and sign, and an indicative one says so", async () => {
  const pass = await drawn(<VerdictTag verdict="pass" />);
  expect(pass.words).toBe("Pass");
  expect(pass.html).toContain("<svg");
  const indicative = await drawn(<VerdictTag verdict="fail" indicative />);
  expect(indicative.words).toBe("Fail · indicative");
  expect(indicative.html).toContain("is-indicative");
  expect(indicative.html).toMatch(/title="[^"]*indicative only/);
});

test("a quantity keeps its digits and names its unit", async () => {
  expect((await drawn(<Quantity value="99.70" expanded="0.05" unit="[degZ]" />)).words).toBe("99.70 ± 0.05 °Z");
  expect((await drawn(<Quantity value="1.0" unit="1" />)).words).toBe("1.0");
});

test("a budget shows the greatest part first, and every figure in a table", async () => {
  const line = { u: "0.0100", sensitivity: "1", dof: "∞" };
  const { words, html } = await drawn(
    <BudgetChart
      unit="[degZ]"
      budget={[
        { ...line, source: "mass", contribution: "0.0038", percent: 3 },
        { ...line, source: "volume", contribution: "0.0200", percent: 97 },
      ]}
    />,
  );
  expect(words.indexOf("volume")).toBeLessThan(words.indexOf("mass"));
  expect(words).toContain("97.0 %");
  expect(html).toMatch(/<table>.*<th scope="row">volume<\/th>/s);
});

test.each([
  ["1,5", /1\.5/],
  ["12a", /not a number/],
  ["", /^Mass optional unit g$/],
  ["９９．７", /^Mass optional unit g$/],
])("the number field given “%s” says %s and keeps the text", async (typed, says) => {
  const { words, html } = await drawn(
    <NumberField label="Mass" unit="g" optional value={typed} onChange={() => undefined} />,
  );
  expect(words).toMatch(says);
  expect(html).toContain(`value="${typed}"`);
  expect(html.includes('aria-invalid="true"')).toBe(typed === "1,5" || typed === "12a");
});

test("the four states: loading, empty, failed, forbidden, and then the content", async () => {
  const show = (data: string[] | undefined, error: ProblemError | null) =>
    drawn(
      <Stateful
        of={{ data, error, refetch: () => undefined }}
        empty={{ when: (items) => items.length === 0, text: "No lots" }}
      >
        {(items) => items.join()}
      </Stateful>,
    );
  expect((await show(undefined, null)).words).toBe("Loading");
  expect((await show([], null)).words).toBe("No lots");
  expect((await show(undefined, problem(503))).words).toBe("It was changed. Try again");
  expect((await show(undefined, problem(403))).words).toContain("Your present role may not see this page");
  expect((await show(["lot 7"], null)).words).toBe("lot 7");
  // A later failure leaves what is on screen and says so above it.
  expect((await show(["lot 7"], problem(0))).words).toBe("It was changed. lot 7");
});

test("a problem names the entries at fault by their labels", async () => {
  const error = new ProblemError({
    status: 422,
    code: "invalid-request",
    fields: [{ path: "item.lotNumber", code: "too_small", facts: {} }],
    sentence: { zh: "一处", en: "One entry" },
  });
  const labels: Record<string, string> = { "item.lotNumber": "Lot number" };
  expect((await drawn(<ProblemAlert error={error} labelOf={(path) => labels[path] ?? path} />)).words).toBe(
    "One entry Lot number",
  );
});

test("an action that is not allowed stays visible, is disabled, and its reason is tied to it", async () => {
  const permit = { allowed: false, reason: { zh: "四眼原则", en: "You entered these readings" } };
  const { html, words } = await drawn(<ActionButton permit={permit}>Approve</ActionButton>);
  expect(words).toBe("Approve You entered these readings");
  expect(html).toContain("disabled");
  const id = html.match(/aria-describedby="([^"]+)"/)?.[1];
  expect(html).toContain(`id="${id}"`);
  expect(
    (await drawn(<ActionButton permit={{ allowed: true, reason: null }}>Approve</ActionButton>)).html,
  ).not.toContain("disabled");
});

test("a table names its columns for cards, links each row once, and says when all is shown", async () => {
  const rows = listed([{ id: "com-1", number: "C-1" }]);
  const { html, words } = await drawn(
    <DataTable
      caption="Commissions"
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/commissions/${id}`}
      empty="None"
      columns={[
        { key: "number", title: "Number", cell: ({ number }) => number },
        { key: "market", title: "Market", cell: () => <MarketTag market="VN" /> },
      ]}
    />,
  );
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('href="/commissions/com-1"');
  expect(html).toContain('data-title="Market"');
  expect(words).toContain("All shown: 1");
});

test("a timeline says in words where the matter stands", async () => {
  const { words, html } = await drawn(
    <Timeline
      items={[
        { key: "a", label: "Submitted", state: "done" },
        { key: "b", label: "In test", state: "now" },
      ]}
    />,
  );
  expect(words).toContain("Submitted , done");
  expect(words).toContain("In test , under way");
  expect(html).toContain('aria-current="step"');
});

test("in Chinese the same components speak Chinese", async () => {
  await chooseLanguage("zh");
  expect((await drawn(<VerdictTag verdict="undecided" indicative />)).words).toBe("未判定 · 仅供参考");
  expect((await drawn(<ProblemAlert error={problem(409)} />)).words).toBe("已被修改。");
  await chooseLanguage("en");
});
