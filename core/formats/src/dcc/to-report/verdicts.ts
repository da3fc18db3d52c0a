import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportMarket, ReportResult, ReportVerdict } from "../../report/snapshot.ts";
import type { Conformity, Statement } from "../model/model.ts";
import { bears, bilingualOf, bilingualRich, factIn, tokenAfter } from "./marks.ts";

type Verdict = ReportVerdict["verdict"];
const VERDICTS: ReadonlySet<string> = new Set<Verdict>(["pass", "conditional", "fail", "undecided"]);

/** The six values as verdicts: what neither passes nor fails outright is conditional. */
const OF_CONFORMITY: Readonly<Record<Conformity, Verdict>> = {
  pass: "pass",
  fail: "fail",
  conditionalPass: "conditional",
  conditionalFail: "conditional",
  noPass: "undecided",
  noFail: "undecided",
};

/** The verdict of a statement by its token, else by its conformity; undefined for a statement without one. */
export function verdictIn(statement: Statement): Verdict | undefined {
  const token = tokenAfter(statement, "verdict-");
  if (token !== undefined && VERDICTS.has(token)) return token as Verdict;
  return statement.conformity && OF_CONFORMITY[statement.conformity];
}

/** The verdicts that statements pronounce on a characteristic; markets' own conclusions are none. */
export function verdictsIn(
  statements: readonly Statement[],
  about?: { readonly characteristic: string; readonly characteristicName: Bilingual },
): readonly ReportVerdict[] {
  return statements.flatMap((statement) => {
    const verdict = verdictIn(statement);
    if (verdict === undefined || bears(statement, "market-verdict") || bears(statement, "verification")) return [];
    const fact = (name: string) => factIn(statement.reference, name) ?? "";
    const falseAcceptance = fact("false-acceptance");
    return [
      {
        requirementId: fact("requirement"),
        market: fact("market") || (statement.countryCodeISO3166_1?.[0] ?? ""),
        document: statement.norm?.[0] ?? "",
        clause: fact("clause"),
        edition: fact("edition"),
        characteristic: about?.characteristic ?? fact("characteristic"),
        characteristicName: about?.characteristicName ?? bilingualRich(statement.description),
        limitText: bilingualOf(statement.name),
        compare: tokenAfter(statement, "compare-") === "rounded" ? "rounded" : "full",
        verdict,
        indicative: bears(statement, "indicative"),
        probabilityFalseAcceptance: falseAcceptance === "" ? null : falseAcceptance,
        because: bilingualRich(statement.declaration),
      },
    ];
  });
}

/** The conclusions for markets. */
export function marketsIn(statements: readonly Statement[]): readonly ReportMarket[] {
  return statements.flatMap((statement) => {
    const verdict = verdictIn(statement);
    if (verdict === undefined || !bears(statement, "market-verdict")) return [];
    const market = factIn(statement.reference, "market") ?? "";
    return [
      { market, name: bilingualRich(statement.declaration), verdict, indicative: bears(statement, "indicative") },
    ];
  });
}

/** The limits that verdicts bring with them, each market once. */
export function limitsIn(statements: readonly Statement[]): NonNullable<ReportResult["limits"]> {
  const limits = new Map<string, { readonly market: string; readonly lower?: string; readonly upper?: string }>();
  for (const { reference, data } of statements) {
    const market = factIn(reference, "market");
    if (market === undefined || !data || limits.has(market)) continue;
    const side = (token: string) =>
      data.parts.flatMap((part) =>
        part.name === "quantity" && part.value.refType === token ? [part.value.real?.value ?? ""] : [],
      )[0];
    const [lower, upper] = [side("basic_toleranceLimitLower"), side("basic_toleranceLimitUpper")];
    limits.set(market, {
      market,
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
    });
  }
  return [...limits.values()];
}
