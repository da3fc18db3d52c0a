import type { ContractFinding } from "@quanheng/contract/schemas/laboratory.ts";
import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { workingDaysBetween } from "@quanheng/kernel/working-days.ts";
import type { z } from "zod";
import type { FrozenLine } from "../../store/agreement.ts";
import { type Competence, covers } from "../../store/competence.ts";
import type { InstrumentRow } from "../../store/instrument.ts";
import { WORK_WEEK } from "./work-week.ts";

export type Finding = z.infer<typeof ContractFinding>;

/** What a laboratory has and may, as far as one contract needs it. Days are ISO dates. */
export type ContractFacts = {
  /** The laboratory's lines of the agreement. */
  readonly lines: readonly FrozenLine[];
  readonly definitionOf: (id: string) => MethodDefinition | undefined;
  readonly nameOf: (characteristic: string) => Bilingual;
  /** Offers of the laboratory that are still valid. */
  readonly offers: ReadonlySet<string>;
  readonly scope: readonly {
    readonly method: string;
    readonly characteristic: string;
    readonly valid_from: string;
    readonly valid_to: string;
  }[];
  /** Authorisations that hold on the day the work is due. */
  readonly testers: readonly Competence[];
  readonly reviewers: readonly Competence[];
  readonly signatories: readonly Competence[];
  readonly instruments: readonly InstrumentRow[];
  readonly openTasks: number;
  readonly dailyCapacity: number;
  readonly today: string;
  readonly dueOn: string;
};

/**
 * What makes the work impossible. A gap in the scope is stated on the report, and whether a full house can still take
 * more is for the reviewer to judge: both are shown and block nothing.
 */
const BLOCKING: readonly Finding["kind"][] = ["capability", "competence", "equipment", "method-edition"];

export function blockingFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ ok, kind }) => !ok && BLOCKING.includes(kind));
}

/**
 * What must be known before a contract is accepted, line by line.
 *
 * @source ISO/IEC 17025:2017, 7.1.1: requirements understood, capability and resources there, methods fit
 */
export function contractFindings(facts: ContractFacts): readonly Finding[] {
  const perLine = facts.lines.flatMap((line) => {
    const definition = facts.definitionOf(line.definition);
    if (!definition || !facts.offers.has(line.offerId)) return [finding("capability", false, line, NOT_OFFERED)];
    return [
      finding("capability", true, line, OFFERED),
      methodFinding(line, definition, facts.today),
      ...line.characteristics.map((characteristic) => scopeFinding(line, characteristic, facts)),
      handsFinding(line, facts),
      ...equipmentFindings(line, definition, facts),
    ];
  });
  return [...perLine, capacityFinding(facts)];
}

const OFFERED: Bilingual = { zh: "本实验室可以开展。", en: "The laboratory carries it out." };
const NOT_OFFERED: Bilingual = {
  zh: "本实验室已不再提供该项检测。",
  en: "The laboratory no longer offers this test.",
};

function methodFinding(line: FrozenLine, { normative, validFrom }: MethodDefinition, today: string): Finding {
  const current = normative.includes(line.method) && validFrom <= today;
  return finding("method-edition", current, line, {
    zh: current ? `方法 ${line.method} 的版本现行有效。` : `方法 ${line.method} 的版本在本实验室不可用。`,
    en: current
      ? `The edition ${line.method} is in use here.`
      : `The edition ${line.method} is not in use at this laboratory.`,
  });
}

function scopeFinding(line: FrozenLine, characteristic: string, { scope, nameOf, dueOn }: ContractFacts): Finding {
  const name = nameOf(characteristic);
  const inside = scope.some(
    (each) =>
      each.method === line.method &&
      each.characteristic === characteristic &&
      each.valid_from <= dueOn &&
      each.valid_to >= dueOn,
  );
  return finding("scope", inside, line, {
    zh: inside ? `${name.zh}在认可范围内。` : `${name.zh}不在认可范围内，报告中将予注明。`,
    en: inside ? `${name.en} is within the accredited scope.` : `${name.en} is outside it; the report will say so.`,
  });
}

/** Four eyes and an independent signature need three different people. */
function handsFinding(line: FrozenLine, { testers, reviewers, signatories, dueOn }: ContractFacts): Finding {
  const able = (all: readonly Competence[]) =>
    new Set(all.filter((each) => covers([each], line.definition)).map(({ person_id }) => person_id));
  const [tests, reviews, signs] = [able(testers), able(reviewers), able(signatories)];
  const found = [...tests].some((test) =>
    [...reviews].some((review) => review !== test && [...signs].some((sign) => sign !== test && sign !== review)),
  );
  if (found) {
    return finding("competence", true, line, {
      zh: `到 ${dueOn} 有授权的检测员 ${tests.size} 人、审核员 ${reviews.size} 人、签字人 ${signs.size} 人。`,
      en: `Authorised on ${dueOn}: ${tests.size} to test, ${reviews.size} to review, ${signs.size} to sign.`,
    });
  }
  return finding("competence", false, line, {
    zh: `到 ${dueOn} 没有三名不同的授权人员分别检测、审核和签字。`,
    en: `On ${dueOn} there are no three different people authorised to test, review and sign.`,
  });
}

function equipmentFindings(line: FrozenLine, { inputs }: MethodDefinition, facts: ContractFacts): readonly Finding[] {
  const types = [...new Set(inputs.flatMap(({ instrumentType }) => instrumentType ?? []))];
  return types.map((type) => {
    const name = instrumentTypeName(type);
    const own = facts.instruments.filter((each) => each.type === type && each.status === "in-service");
    const fit = own.find(({ due_on }) => due_on >= facts.dueOn);
    const newest = own[0];
    if (fit)
      return finding("equipment", true, line, {
        zh: `${name.zh} ${fit.serial} 的校准有效至 ${fit.due_on}。`,
        en: `${name.en} ${fit.serial} is calibrated until ${fit.due_on}.`,
      });
    return finding("equipment", false, line, {
      zh: newest ? `${name.zh}的校准将于 ${newest.due_on} 到期，早于 ${facts.dueOn}。` : `没有可用的${name.zh}。`,
      en: newest
        ? `The calibration of the ${name.en} ends on ${newest.due_on}, before ${facts.dueOn}.`
        : `There is no usable ${name.en}.`,
    });
  });
}

function capacityFinding({ lines, openTasks, dailyCapacity, today, dueOn }: ContractFacts): Finding {
  const wanted = lines.reduce((sum, { characteristics }) => sum + characteristics.length, 0);
  const days = Math.max(workingDaysBetween(today, dueOn, WORK_WEEK), 0);
  const room = days * dailyCapacity;
  const ok = openTasks + wanted <= room;
  return {
    kind: "capacity",
    ok,
    subject: dueOn,
    sentence: {
      zh: `在检 ${openTasks} 项，本委托 ${wanted} 项；到 ${dueOn} 有 ${days} 个工作日，可完成 ${room} 项。`,
      en: `${openTasks} tests open and ${wanted} of this commission; ${days} working days until ${dueOn} allow ${room}.`,
    },
  };
}

function finding(kind: Finding["kind"], ok: boolean, line: FrozenLine, sentence: Bilingual): Finding {
  return { kind, ok, subject: `${line.method} · ${line.definition}`, sentence };
}
