import { conditionNames } from "@quanheng/contract/messages/terms.ts";
import { probabilityText } from "@quanheng/flow/attestation/build-snapshot.ts";
import type { ReportDesign } from "@quanheng/flow/attestation/report-design.ts";
import type { ReportFacts } from "@quanheng/flow/attestation/report-facts.ts";
import type { SecondLanguage } from "@quanheng/flow/attestation/report-language.ts";
import type { ReportPerson, ReportResult, ReportVerdict } from "@quanheng/flow/attestation/report-snapshot.ts";
import { ruleStatement } from "@quanheng/flow/decision/sentence.ts";
import { COVERAGE_PROBABILITY, NONE_STATED } from "@quanheng/flow/determination/evaluate.ts";
import type { EvaluationView } from "@quanheng/flow/determination/evaluation-view.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { decimal, formatDecimal, times } from "@quanheng/kernel/decimal.ts";
import { roundDigits } from "@quanheng/kernel/rounding.ts";
import { dayOf } from "../../china-time.ts";
import type { Commission } from "../../store/commission.ts";
import type { Names } from "../../store/names.ts";
import type { DecidedTask, DecisionFacts } from "./decision-facts.ts";
import type { DocumentChoice } from "./document-kind.ts";
import { documentParts } from "./document-parts.ts";

/** What is known of a report beside its facts: who signs it when, and under which number it goes out. */
export type ReportIdentity = {
  readonly number: string;
  readonly gdti: string;
  readonly verifyUrl: string;
  readonly issuedAt: Date;
  readonly demonstration: boolean;
  readonly signatory: Bilingual;
  /** Where the laboratory can be reached, e.g. its page on the platform. */
  readonly contact: string;
  /** What the signatory adds. */
  readonly remarks: readonly Bilingual[];
  /** Kind of the document with what it needs beside the results; absent means a test report. */
  readonly document?: DocumentChoice;
  /** What stands beside Chinese. */
  readonly second?: SecondLanguage;
  readonly design?: ReportDesign;
  readonly photos?: NonNullable<ReportFacts["photos"]>;
};

/**
 * Everything a test report says of a decided commission. The same facts and identity give the same report.
 *
 * @param people names of everyone in `enteredBy` and `reviewedBy`
 */
export function reportFacts(facts: DecisionFacts, identity: ReportIdentity, people: Names): ReportFacts {
  const { commission, laboratory, accreditation, client, sample } = facts;
  const { item } = commission;
  const address = placeOf(laboratory);
  return {
    ...(identity.document ? documentParts(facts, identity.document, address) : {}),
    ...(identity.second ? { second: identity.second } : {}),
    ...(identity.design ? { design: identity.design } : {}),
    ...(identity.photos && identity.photos.length > 0 ? { photos: identity.photos } : {}),
    number: identity.number,
    gdti: identity.gdti,
    verifyUrl: identity.verifyUrl,
    demonstration: identity.demonstration,
    issuer: {
      id: laboratory.id,
      name: { zh: laboratory.name_zh, en: laboratory.name_en },
      address,
      contact: identity.contact,
      accreditation: accreditation && {
        number: accreditation.number,
        body: { zh: accreditation.body, en: accreditation.body },
        validUntil: accreditation.valid_to,
      },
    },
    placeOfTesting: address,
    client: { name: { zh: client.name_zh, en: client.name_en }, address: placeOf(client) },
    commissionNumber: commission.number,
    item: { name: item.name, lotNumber: item.lotNumber, lotSize: `${item.lotQuantity} ${item.lotUnit}` },
    sample: {
      number: sample?.number ?? "",
      quantity: sample ? `${sample.received_quantity ?? sample.quantity} ${sample.received_unit ?? sample.unit}` : "",
      condition: sample?.condition ? conditionNames[sample.condition] : EMPTY,
      ...samplingOf(item.sampling),
    },
    receivedOn: sample?.received_at ? dayOf(sample.received_at) : "",
    issuedAt: identity.issuedAt.toISOString(),
    results: facts.tasks.flatMap((task) => reportResult(task, facts)),
    verdicts: facts.decided.verdicts.flatMap((_, index) => reportVerdict(facts, index)),
    markets: facts.decided.markets.map(({ market, verdict, indicative }) => ({
      market,
      name: facts.reference.markets.get(market)?.name ?? { zh: market, en: market },
      verdict,
      indicative,
    })),
    ruleSentence: ruleStatement(facts.agreement.decision_rule),
    persons: persons(facts, identity.signatory, people),
    replaces: null,
    deviations: [],
    remarks: [...setAsideRemark(facts), ...notCovered(facts), ...identity.remarks],
  };
}

const EMPTY: Bilingual = { zh: "", en: "" };
const SUPPLIED: Bilingual = { zh: "样品由客户抽取并送检。", en: "The sample was taken and submitted by the client." };

/** How the sample was taken, by whom and where, as the client and the laboratory agreed. */
function samplingOf(
  sampling: Commission["item"]["sampling"],
): Partial<ReportFacts["sample"]> & Pick<ReportFacts["sample"], "sampling"> {
  switch (sampling?.by) {
    case undefined:
    case "client":
      return { sampling: SUPPLIED, sampledBy: "client" };
    case "authority": {
      const { body, record } = sampling;
      return {
        sampling: {
          zh: `样品由${body}抽取（抽样记录 ${record}），客户送检。`,
          en: `The sample was drawn by ${body} (sampling record ${record}) and submitted by the client.`,
        },
        sampledBy: "client",
      };
    }
    case "laboratory": {
      const { on, place } = sampling;
      return {
        sampling: {
          zh: `样品由本实验室于 ${on} 在${place}抽取。`,
          en: `The sample was drawn by this laboratory on ${on} at ${place}.`,
        },
        sampledBy: "laboratory",
        ...{ sampledOn: on, sampledAt: { zh: place, en: place } },
      };
    }
  }
}

function placeOf({ address_zh, address_en }: { address_zh: string | null; address_en: string | null }): Bilingual {
  return { zh: address_zh ?? "", en: address_en ?? "" };
}

function reportResult(
  { task, definition, result, observation, approval, inScope, rows }: DecidedTask,
  facts: DecisionFacts,
): ReportResult[] {
  if (!result || !observation || !approval) return [];
  const { reportedExpanded } = result.evaluation.view;
  const stated = reportedExpanded !== NONE_STATED;
  return [
    {
      characteristic: task.characteristic,
      characteristicName: facts.reference.nameOf(task.characteristic),
      method: task.method,
      methodId: task.definition,
      unit: result.unit,
      reported: result.reported,
      value: result.value,
      u: result.u,
      k: result.k === null || !stated ? null : result.evaluation.view.k,
      expanded: stated ? reportedExpanded : null,
      inScope,
      testedOn: dayOf(observation.entered_at),
      externalProvider: null,
      ...(stated ? explained(result.evaluation.view, definition, rows, result.unit) : {}),
    },
  ];
}

/** Sources that are told, the greatest first; the rest of a long budget changes no printed digit. */
const SOURCES = 6;

/** What explains a result: the sources of its uncertainty and the limits it is compared with. */
function explained(
  view: EvaluationView,
  { names }: MethodDefinition,
  rows: DecidedTask["rows"],
  unit: string,
): Pick<ReportResult, "budget" | "coverage" | "limits"> {
  const budget = view.budget.toSorted((one, other) => other.percent - one.percent).slice(0, SOURCES);
  const limits = rows.flatMap(({ limit, unit: own, market }) =>
    limit.kind === "interval" && own === unit
      ? [
          {
            market,
            ...(limit.min === undefined ? {} : { lower: limit.min }),
            ...(limit.max === undefined ? {} : { upper: limit.max }),
          },
        ]
      : [],
  );
  return {
    budget: budget.map(({ source, contribution, dof }) => ({
      source: names[source] ?? { zh: source, en: source },
      contribution: shortDigits(contribution),
      dof: dof === "∞" ? dof : dof.replace(/\.\d+$/, ""),
    })),
    coverage: `${formatDecimal(times(decimal(String(COVERAGE_PROBABILITY)), decimal("100"))).replace(/0+$/, "")} %`,
    ...(limits.length > 0 ? { limits } : {}),
  };
}

/** Two significant digits, enough to see what weighs; the figure itself stays in the laboratory's records. */
function shortDigits(digits: string): string {
  return formatDecimal(roundDigits(decimal(digits), 2, "half-even"));
}

function reportVerdict({ decided, verdicts, rows }: DecisionFacts, index: number): ReportVerdict[] {
  const [verdict, view] = [decided.verdicts[index], verdicts[index]];
  const row = rows.find(({ id }) => id === verdict?.rowId);
  if (!verdict || !view || !row) return [];
  return [
    {
      requirementId: row.id,
      market: row.market,
      document: row.document,
      clause: row.clause,
      edition: editionOf(row.document),
      characteristic: row.characteristic,
      characteristicName: row.characteristicName,
      limitText: view.limitText,
      compare: view.compare,
      verdict: view.verdict,
      indicative: view.indicative,
      probabilityFalseAcceptance: probabilityText(verdict.falseAcceptance),
      because: view.because,
    },
  ];
}

/** The year at the end of a document's designation, e.g. 2018 of GB/T 317-2018; the designation where it has none. */
function editionOf(document: string): string {
  return /[-:](\d{4})$/.exec(document)?.[1] ?? document;
}

function persons({ tasks }: DecisionFacts, signatory: Bilingual, people: Names): ReportPerson[] {
  const each = (role: ReportPerson["role"], ids: readonly string[]): ReportPerson[] =>
    [...new Set(ids)].map((id) => ({ role, name: people(id) }));
  return [
    ...each(
      "analyst",
      tasks.flatMap(({ observation }) => observation?.entered_by ?? []),
    ),
    ...each(
      "reviewer",
      tasks.flatMap(({ approval }) => approval?.reviewed_by ?? []),
    ),
    { role: "signatory", name: signatory },
  ];
}

/** What does not apply to the item as it was stated, each with the statement: who stated otherwise can see what follows. */
function setAsideRemark({ setAside }: DecisionFacts): Bilingual[] {
  if (setAside.length === 0) return [];
  const listed = setAside.map(({ market, document, clause, characteristicName, because }) => ({
    zh: `${market} ${document} ${clause} ${characteristicName.zh}（${because.zh}）`,
    en: `${market} ${document} ${clause} ${characteristicName.en} (${because.en})`,
  }));
  return [
    {
      zh: `按所述的物品情况，下列要求不适用，不对其作出判定：${listed.map(({ zh }) => zh).join("；")}。`,
      en: `These requirements do not apply to the item as it was stated, and nothing is stated on them: ${listed.map(({ en }) => en).join("; ")}.`,
    },
  ];
}

/** What applies to the item and this report does not decide, so that nobody takes it for more than it is. */
function notCovered({ agreement, rows, setAside }: DecisionFacts): Bilingual[] {
  const here = new Set([...rows, ...setAside].map(({ id }) => id));
  const left = agreement.requirements.filter(({ id }) => !here.has(id));
  if (left.length === 0) return [];
  const listed = left.map(({ market, document, clause, characteristicName }) => ({
    zh: `${market} ${document} ${clause} ${characteristicName.zh}`,
    en: `${market} ${document} ${clause} ${characteristicName.en}`,
  }));
  return [
    {
      zh: `本报告未涉及下列适用要求，不对其作出判定：${listed.map(({ zh }) => zh).join("；")}。`,
      en: `This report does not cover, and states nothing on, these applicable requirements: ${listed.map(({ en }) => en).join("; ")}.`,
    },
  ];
}
