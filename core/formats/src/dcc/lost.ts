import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { certificateOfSnapshot } from "./from-report.ts";
import { reportOf } from "./to-report/report-of.ts";

/** One thing that a report says and its certificate does not, or not in the same words. */
export type Lost = { readonly path: string; readonly sentence: Bilingual };

/**
 * What a certificate cannot carry of a report, found by reading the certificate back: nothing is lost in silence.
 *
 * @returns each member by its way in the report, e.g. `results[0].budget`, with a sentence
 * @source ours: the DCC has no place for these; the report's own data are attached to the document beside the certificate
 */
export function lostIn(snapshot: ReportSnapshot): readonly Lost[] {
  const { issuedOn, ...carried } = reportOf(certificateOfSnapshot(snapshot, { softwareVersion: "0" }));
  const { version: _version, issuedAt, ...said } = ordered(snapshot);
  const lost: Lost[] = [];
  const languages = said.languages.filter((language) => !/^(zh|en)\b/.test(language));
  compare({ ...said, languages }, carried, "", lost);
  if (issuedAt !== issuedOn) lost.push(lostAt("issuedAt"));
  return lost;
}

/** In the order in which a certificate gives it: results by phase, verdicts by result. Order says nothing in either. */
function ordered(snapshot: ReportSnapshot): ReportSnapshot {
  const phases = [undefined, "as-found", "as-left"] as const;
  const results = phases.flatMap((phase) => snapshot.results.filter((result) => result.phase === phase));
  const rank = new Map(results.map(({ characteristic }) => [characteristic, 0]));
  for (const [i, { characteristic }] of results.entries())
    if (rank.get(characteristic) === 0) rank.set(characteristic, i + 1);
  const at = (characteristic: string) => rank.get(characteristic) ?? results.length + 1;
  return {
    ...snapshot,
    results,
    verdicts: snapshot.verdicts.toSorted((a, b) => at(a.characteristic) - at(b.characteristic)),
  };
}

function compare(said: unknown, carried: unknown, path: string, lost: Lost[]): void {
  if (isNothing(said) || said === carried) return;
  if (!isObject(said) || isNothing(carried) || !isObject(carried)) {
    lost.push(lostAt(path));
    return;
  }
  const below = (name: string) => (Array.isArray(said) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`);
  for (const [name, value] of Object.entries(said)) compare(value, carried[name], below(name), lost);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Why, by the way to what is lost; the first that fits. */
const WHY: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^issuedAt$/,
    {
      zh: "证书只有签发日期，没有时刻；时刻在电子签名中。",
      en: "A certificate has the day of issue, not its hour; the signature states that.",
    },
  ],
  [
    /\.budget/,
    {
      zh: "不确定度分量表没有位置，只保留合成结果。",
      en: "There is no place for the budget of an uncertainty, only for what it comes to.",
    },
  ],
  [
    /^(issuer\.id|issuer\.contact)/,
    {
      zh: "机构的内部编号和所印的联系行没有位置，只保留其中的邮箱或电话。",
      en: "There is no place for the number of the body here and its line of contact, only for mail and telephone in it.",
    },
  ],
  [
    /^(languages|statements\[\d+\]\.second)/,
    {
      zh: "证书只写中文和英文，第二语言的文本不在其中。",
      en: "The certificate is written in Chinese and English; texts in a further language are not in it.",
    },
  ],
  [
    /^(photos|design)/,
    { zh: "照片和版式不属于证书的数据。", en: "Pictures and the design of the page are no data of a certificate." },
  ],
  [
    /^(inspection|certification)/,
    {
      zh: "检验和产品认证的内容没有位置，见报告本身的数据。",
      en: "There is no place for what is special to inspection or certification; the report's own data have it.",
    },
  ],
  [
    /^item\.name/,
    {
      zh: "校准的仪器即证书的对象，另写的名称不在其中。",
      en: "The instrument is the item of the certificate; a second name for it is not in it.",
    },
  ],
  [
    /\.characteristicName/,
    {
      zh: "判定与结果的名称不同时，以结果的名称为准。",
      en: "Where a verdict names the characteristic otherwise than the result does, the name of the result stands.",
    },
  ],
  [
    /\.limits/,
    {
      zh: "限量随判定给出；没有判定或不是数字的限量不在其中。",
      en: "Limits go with verdicts; one without a verdict, or that is no number, is not in it.",
    },
  ],
];
const OTHERWISE: Bilingual = {
  zh: "证书中没有这项，或写法不同（例如空白被合并，缺少的一种语言由另一种代替）。",
  en: "The certificate has not this, or writes it differently: blanks are joined, a language that is missing is replaced by the other.",
};

function lostAt(path: string): Lost {
  return { path, sentence: WHY.find(([way]) => way.test(path))?.[1] ?? OTHERWISE };
}
