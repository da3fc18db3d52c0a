import type { Acceptance } from "@quanheng/contract/routes/compare.ts";
import type { MarketAcceptance } from "@quanheng/flow/selection/acceptance-rules.ts";
import type { Context } from "../../context.ts";
import { readReference } from "../../store/reference.ts";
import { reading } from "../../store/transaction.ts";

/** What markets accept from whom and by which method, each rule with where it comes from. */
export async function getAcceptance(context: Context): Promise<Acceptance> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const { markets, groups, relations } = reference.acceptance;
    return {
      rules: markets.map(ruleView),
      arrangements: groups.map(({ id, name, bodies, source, date, status }) => ({
        id,
        name,
        members: [...bodies],
        source,
        date,
        status,
      })),
      methods: relations.map(({ a, b, type, characteristics = [], note, source, date, status }) => ({
        a,
        b,
        type,
        characteristics: characteristics.map((id) => reference.nameOf(id)),
        note,
        source,
        date,
        status,
      })),
    };
  });
}

function ruleView({
  code,
  accreditation: rule,
  name,
  methodPolicy,
  reportMaxAgeDays,
  note,
  source,
  date,
  status,
}: MarketAcceptance) {
  return {
    market: code,
    name,
    methodPolicy,
    mode: rule.mode,
    bodies: rule.mode === "accredited" ? [...rule.bodies] : [],
    arrangements: rule.mode === "accredited" ? [...rule.groups] : [],
    laboratories: rule.mode === "designated" ? [...rule.labs] : [],
    reportMaxAgeDays,
    note,
    source,
    date,
    status,
  };
}
