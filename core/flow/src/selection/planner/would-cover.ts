import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { absolute, type Decimal, formatDecimal, minus, times } from "@quanheng/kernel/decimal.ts";
import { holdsOn } from "./acceptance.ts";
import type { Demand, PlanInstance, PlanRequirement } from "./instance.ts";
import { methodClosure } from "./method-closure.ts";

/** What an offer has to be like to cover a requirement; null or empty where anything will do. */
export type Wanted = {
  readonly methods: readonly string[];
  readonly accreditation: readonly string[];
  readonly labs: readonly string[];
  /** Both ends of the limit lie in the scope. */
  readonly scope: { readonly min: string | null; readonly max: string | null };
  readonly greatestLoq: string | null;
  readonly greatestU: string | null;
  readonly severity: string | null;
};

/**
 * What would cover a requirement: the six rules of coverage, turned round into what a laboratory has to offer.
 *
 * @example wouldCover({ markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "accredited", bodies: ["CNAS"], groups: [] } }], methodRelations: [], accreditationGroups: {}, policy: { loqFraction: decimal("0.5"), uFraction: decimal("0.3") } }, { market: "CN", characteristic: "lead", methods: ["GB 5009.12"], demand: { kind: "limit", max: decimal("0.5") } }) // → { methods: ["GB 5009.12"], accreditation: ["CNAS"], greatestLoq: "0.25", greatestU: "0.15" } (0.5·0.5; 0.3·0.5)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function wouldCover(instance: PlanInstance, requirement: PlanRequirement): Wanted {
  const market = instance.markets.find(({ code }) => code === requirement.market);
  const rule = market?.accreditation;
  const groups = rule?.mode === "accredited" ? rule.groups : [];
  const members = groups.flatMap((group) => membersNow(instance, group));
  const relations = instance.methodRelations.filter(
    ({ characteristics }) => characteristics === undefined || characteristics.includes(requirement.characteristic),
  );
  return {
    methods: [...methodClosure(requirement.methods, market?.methodPolicy ?? "listed", relations).keys()],
    accreditation:
      requirement.designatedLabs || rule?.mode !== "accredited" ? [] : [...new Set([...rule.bodies, ...members])],
    labs: requirement.designatedLabs ?? (rule?.mode === "designated" ? rule.labs : []),
    ...figuresOf(requirement.demand, instance.policy),
  };
}

function membersNow({ memberships = [], accreditationGroups, date }: PlanInstance, group: string): readonly string[] {
  const timed = memberships.filter((one) => one.group === group);
  if (timed.length > 0)
    return timed.filter((one) => one.activity === "testing" && holdsOn(one, date)).map(({ body }) => body);
  return Object.hasOwn(accreditationGroups, group) ? (accreditationGroups[group] ?? []) : [];
}

function figuresOf(demand: Demand, policy: PlanInstance["policy"]) {
  const none = { scope: { min: null, max: null }, greatestLoq: null, greatestU: null, severity: null };
  if (demand.kind === "severity") return { ...none, severity: formatDecimal(demand.level) };
  if (demand.kind === "conform") return none;
  const { min, max } = demand;
  const text = (value: Decimal | undefined) => (value ? formatDecimal(value) : null);
  const bound = max ?? min;
  const tolerance = min && max ? minus(max, min) : bound && absolute(bound);
  return {
    ...none,
    scope: { min: text(min), max: text(max) },
    greatestLoq: max ? formatDecimal(times(policy.loqFraction, max)) : null,
    greatestU: tolerance ? formatDecimal(times(policy.uFraction, tolerance)) : null,
  };
}

/**
 * The same as a sentence.
 *
 * @example wouldCoverText({ methods: ["GB 5009.12"], accreditation: [], labs: [], scope: { min: null, max: null }, greatestLoq: "0.25", greatestU: null, severity: null }).en // → "What would cover it: a test by GB 5009.12, with a quantification limit of at most 0.25." (what is asked, in one sentence)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function wouldCoverText(wanted: Wanted): Bilingual {
  const { methods, accreditation, labs, scope, greatestLoq, greatestU, severity } = wanted;
  const ends = [scope.min, scope.max].filter((end) => end !== null);
  const parts: (Bilingual | false)[] = [
    methods.length > 0 && { zh: `方法为 ${shortList(methods, "、")}`, en: `by ${shortList(methods, ", ")}` },
    labs.length > 0 && {
      zh: `由指定实验室 ${shortList(labs, "、")} 承担`,
      en: `at a designated laboratory (${shortList(labs, ", ")})`,
    },
    accreditation.length > 0 && {
      zh: `获 ${shortList(accreditation, "、")} 之一认可`,
      en: `accredited by one of ${shortList(accreditation, ", ")}`,
    },
    severity !== null && { zh: `试验等级不低于 ${severity}`, en: `at severity ${severity} or higher` },
    ends.length > 0 && { zh: `能力范围包含 ${ends.join(" 与 ")}`, en: `with ${ends.join(" and ")} in its scope` },
    greatestLoq !== null && {
      zh: `定量限不大于 ${greatestLoq}`,
      en: `with a quantification limit of at most ${greatestLoq}`,
    },
    greatestU !== null && {
      zh: `扩展不确定度不大于 ${greatestU}`,
      en: `with an expanded uncertainty of at most ${greatestU}`,
    },
  ];
  const said = parts.filter((part) => part !== false);
  if (said.length === 0)
    return { zh: "任何实验室检测该特性即可。", en: "A test of this characteristic by anyone would do." };
  return {
    zh: `需要这样的检测：${said.map(({ zh }) => zh).join("，")}。`,
    en: `What would cover it: a test ${said.map(({ en }) => en).join(", ")}.`,
  };
}

/** Long lists are named in part. */
function shortList(names: readonly string[], between: string): string {
  const MOST = 6;
  return names.length <= MOST ? names.join(between) : `${names.slice(0, MOST).join(between)} …`;
}
