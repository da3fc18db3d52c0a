import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { because } from "./because.ts";
import type { DecidableRow } from "./judge.ts";
import type { MeasuredResult } from "./result.ts";
import { type DecisionRule, OFFERED_RULES } from "./rule.ts";
import { riskSentence, ruleSentence } from "./sentence.ts";
import { verdictsByMarket } from "./verdicts-by-market.ts";

const rule: DecisionRule = { kind: "non-binary", guard: "1", coverageProbability: "0.9545" };

function row(
  id: string,
  market: string,
  characteristic: string,
  limit: DecidableRow["limit"],
  status: DecidableRow["status"] = "read",
): DecidableRow {
  return { id, market, document: `${market} sugar`, clause: "table", characteristic, limit, unit: "mg/kg", status };
}
function result(characteristic: string, value: string, covers?: readonly string[]): MeasuredResult {
  return {
    characteristic,
    operator: "=",
    value,
    u: "0.5",
    expanded: "1",
    dof: null,
    unit: "mg/kg",
    reported: value,
    ...(covers ? { covers } : {}),
  };
}

describe("one result set, one verdict per market", () => {
  test("a market is as good as its worst requirement", () => {
    const rows = [
      row("a1", "CN", "sulphur-dioxide", { kind: "interval", max: "15" }),
      row("a2", "CN", "insolubles", { kind: "interval", max: "20" }, "recalled"),
      row("b1", "VN", "sulphur-dioxide", { kind: "interval", max: "7" }),
      row("c1", "ID", "sulphur-dioxide", { kind: "interval", max: "2" }),
      row("d1", "CODEX", "sulphur-dioxide", { kind: "interval", max: "15" }),
      row("d2", "CODEX", "lead", { kind: "interval", max: "1" }),
    ];
    const { verdicts, markets } = verdictsByMarket(
      rows,
      [result("sulphur-dioxide", "6.5"), result("insolubles", "8")],
      rule,
    );
    assert.deepEqual(
      verdicts.map(({ rowId, verdict }) => [rowId, verdict]),
      [
        ["a1", "pass"],
        ["a2", "pass"],
        ["b1", "conditional"],
        ["c1", "fail"],
        ["d1", "pass"],
        ["d2", "undecided"],
      ],
    );
    assert.deepEqual(
      markets.map(({ market, verdict, indicative }) => [market, verdict, indicative]),
      [
        ["CN", "pass", true],
        ["VN", "conditional", false],
        ["ID", "fail", false],
        ["CODEX", "undecided", false],
      ],
    );
    assert.deepEqual(markets[3]?.counts, { pass: 1, conditional: 0, fail: 0, undecided: 1 });
  });

  test("two limits of one clause for one thing leave both undecided", () => {
    const rows = [
      row("a", "CN", "lead", { kind: "interval", max: "1" }),
      row("b", "CN", "lead", { kind: "interval", max: "2" }),
    ];
    const { verdicts } = verdictsByMarket(rows, [result("lead", "0.1")], rule);
    assert.deepEqual(
      verdicts.map(({ verdict, reason }) => [verdict, reason]),
      [
        ["undecided", "two-limits"],
        ["undecided", "two-limits"],
      ],
    );
  });

  test("the same limit twice in one clause is no contradiction", () => {
    const rows = [
      row("a", "CN", "lead", { kind: "interval", max: "5" }),
      row("b", "CN", "lead", { kind: "interval", max: "5" }),
    ];
    assert.deepEqual(
      verdictsByMarket(rows, [result("lead", "0.1")], rule).verdicts.map(({ verdict }) => verdict),
      ["pass", "pass"],
    );
  });

  test("two results for one characteristic: the one that names the row answers it, else nobody chooses", () => {
    const rows = [row("a", "CN", "lead", { kind: "interval", max: "5" })];
    const named = [result("lead", "1", ["a"]), result("lead", "9")];
    assert.equal(verdictsByMarket(rows, named, rule).verdicts[0]?.verdict, "pass");
    const both = [result("lead", "1"), result("lead", "9")];
    assert.equal(verdictsByMarket(rows, both, rule).verdicts[0]?.reason, "two-results");
  });

  test("a result that names other rows does not answer this one", () => {
    const rows = [row("a", "CN", "lead", { kind: "interval", max: "5" })];
    assert.equal(verdictsByMarket(rows, [result("lead", "1", ["b"])], rule).verdicts[0]?.reason, "no-result");
  });
});

test("every verdict can be told in both languages with its figures", () => {
  const limited = row("b1", "VN", "sulphur-dioxide", { kind: "interval", max: "7" });
  const [verdict] = verdictsByMarket([limited], [result("sulphur-dioxide", "6.5")], rule).verdicts;
  assert.ok(verdict);
  const { zh, en } = because(verdict, limited.limit, limited.unit);
  assert.equal(en, "6.5 mg/kg measured is within ≤ 7 mg/kg, but closer to it than the guard band (U = 1 mg/kg)");
  assert.ok(zh.includes("6.5 mg/kg") && zh.includes("≤ 7 mg/kg"));
});

test.each(OFFERED_RULES.map((offered) => [offered.kind, offered] as const))(
  "the rule %s has its sentences",
  (_, offered) => {
    const texts = [ruleSentence(offered), riskSentence(offered)].flatMap(({ zh, en }) => [zh, en]);
    assert.ok(texts.every((text) => text.length > 20 && !/undefined|null|NaN/.test(text)));
  },
);

test("the coverage is told in percent", () => {
  assert.ok(ruleSentence(rule).en.includes("coverage about 95.45 %"));
  assert.ok(ruleSentence({ ...rule, coverageProbability: "0.95" }).en.includes("coverage about 95 %"));
});
