import { invariant } from "@quanheng/kernel/refusal.ts";
import type { ReportFacts } from "./report-facts.ts";
import { kindFacts, kindOf } from "./report-kind.ts";
import type { ReportSnapshot } from "./report-snapshot.ts";
import { standardStatements } from "./statements.ts";

/**
 * Freezes a report. The same facts give the same snapshot: nothing here depends on the moment or the order of queries.
 *
 * Results keep the order given, which is the order of the commission; verdicts are sorted by market as the markets
 * stand.
 *
 * @returns the snapshot, version 1
 * @example reportSnapshot({ deviations: [], remarks: [], results: [{ characteristicName: { zh: "铅", en: "Lead" }, testedOn: "2026-11-23", inScope: true }], markets: [{ market: "CN" }], verdicts: [], receivedOn: "2026-11-20", sample: {}, issuer: { accreditation: null }, demonstration: false }) // → { version: 1, title: { en: "Test report" }, testedFrom: "2026-11-23", testedTo: "2026-11-23" } (one day of testing)
 * @throws Error where a verdict belongs to no market of the report, which is a fault of the caller
 * @source ISO/IEC 17025:2017, 7.8.2.1; ISO/IEC 17020:2012, 7.4.2; ISO/IEC 17065:2012, 7.7.1
 */
export function reportSnapshot(facts: ReportFacts): ReportSnapshot {
  const { deviations: _, remarks, second = "en", title = kindFacts(kindOf(facts)).title, ...rest } = facts;
  const days = facts.results.map(({ testedOn }) => testedOn).toSorted();
  const order = new Map(facts.markets.map(({ market }, place) => [market, place]));
  invariant(
    facts.verdicts.every(({ market }) => order.has(market)),
    "every verdict belongs to a market of the report",
  );
  return {
    version: 1,
    title,
    languages: ["zh", second],
    ...rest,
    testedFrom: days[0] ?? facts.receivedOn,
    testedTo: days.at(-1) ?? facts.receivedOn,
    verdicts: facts.verdicts.toSorted((one, other) => (order.get(one.market) ?? 0) - (order.get(other.market) ?? 0)),
    statements: [...standardStatements(facts), ...remarks],
  };
}

/**
 * A probability as a report prints it: two significant digits in per cent, and a bound where digits would pretend.
 *
 * @example probabilityText(0.02275) // → "2.3 %" (two significant digits)
 * @example probabilityText(0.00001) // → "< 0.01 %" (a bound)
 * @example probabilityText(null) // → null (nothing is stated)
 * @source ours: a report prints two digits of a probability
 */
export function probabilityText(probability: number | null): string | null {
  if (probability === null) return null;
  if (probability < 0.0001) return "< 0.01 %";
  return `${Number((probability * 100).toPrecision(2))} %`;
}
