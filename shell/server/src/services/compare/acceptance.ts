import type { Acceptance } from "@quanheng/contract/routes/compare.ts";
import type { ConditionRule, MarketAcceptance } from "@quanheng/flow/selection/acceptance-rules.ts";
import { type AccreditationGroup, membershipsOf } from "@quanheng/flow/selection/arrangements.ts";
import { holdsOn } from "@quanheng/flow/selection/planner/acceptance.ts";
import type { Provenance } from "@quanheng/flow/selection/provenance.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { reading } from "../../store/transaction.ts";

/** What markets accept from whom and by which method, each rule with where it comes from. */
export async function getAcceptance(context: Context): Promise<Acceptance> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const { markets, groups, relations } = reference.acceptance;
    return {
      rules: markets.map((market) => ruleView(market, reference)),
      arrangements: groups.map((group) => arrangementView(group, today(context))),
      methods: relations.map(({ a, b, type, characteristics = [], note, ...origin }) => ({
        a,
        b,
        type,
        characteristics: characteristics.map((id) => reference.nameOf(id)),
        note,
        ...provenanceOf(origin),
      })),
    };
  });
}

function ruleView(market: MarketAcceptance, reference: Reference): Acceptance["rules"][number] {
  const { accreditation: rule } = market;
  return {
    market: market.code,
    name: market.name,
    methodPolicy: market.methodPolicy,
    mode: rule.mode,
    bodies: rule.mode === "accredited" ? [...rule.bodies] : [],
    arrangements: rule.mode === "accredited" ? [...rule.groups] : [],
    laboratories: rule.mode === "designated" ? [...rule.labs] : [],
    reportMaxAgeDays: market.reportMaxAgeDays,
    conditions: market.conditionRules.map((each) => conditionView(each, reference)),
    note: market.note,
    ...provenanceOf(market),
  };
}

function conditionView(rule: ConditionRule, reference: Reference) {
  const { minEdition = {}, fullReportOnly = false, provisional = false, sampledBy = [] } = rule.conditions;
  return {
    products: rule.products.map((id) => reference.products.get(id)?.name ?? { zh: id, en: id }),
    characteristics: rule.characteristics.map((id) => reference.nameOf(id)),
    minEdition: { ...minEdition },
    fullReportOnly,
    provisional,
    sampledBy: [...sampledBy],
    note: rule.note,
    ...provenanceOf(rule),
  };
}

/** An arrangement with its own signatories; each holds no longer than the arrangement. */
function arrangementView(group: AccreditationGroup, day: string): Acceptance["arrangements"][number] {
  const { id, name, from, until, replaces } = group;
  const members = membershipsOf({ ...group, replaces: null }, []).map((member) => ({
    body: member.body,
    activity: member.activity,
    from: member.from,
    until: member.until,
    holds: holdsOn(member, day),
  }));
  return { id, name, from, until, replaces, members, ...provenanceOf(group) };
}

function provenanceOf({ source, document, clause, date, status }: Provenance): Provenance {
  return { source, document, clause, date, status };
}
