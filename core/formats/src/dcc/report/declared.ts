import { kindOf } from "@quanheng/flow/attestation/report-kind.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { isCountry2 } from "../../gs1/lists/countries.ts";
import type { ReportSnapshot } from "../../report/snapshot.ts";
import type { Statement } from "../model/model.ts";
import { verdictStatement } from "./conformity.ts";
import { bothRich, bothText, filled, referring } from "./texts.ts";

/** What a report declares beside its results, each under a token by which it is found again. */
export function statementsOf(snapshot: ReportSnapshot): readonly Statement[] {
  const measured = new Set(snapshot.results.map(({ characteristic }) => characteristic));
  return [
    kindStatement(snapshot),
    named({ zh: "检测地点", en: "Place of testing" }, snapshot.placeOfTesting, "place-of-testing"),
    named({ zh: "判定规则", en: "Decision rule" }, snapshot.ruleSentence, "decision-rule"),
    samplingStatement(snapshot),
    ...accreditationStatement(snapshot),
    ...snapshot.statements.map(({ kind, zh, en }) => ({
      refType: kind === undefined ? "quanheng_statement" : `quanheng_statement-${kind}`,
      declaration: bothRich({ zh, en }),
    })),
    ...predecessorStatement(snapshot),
    ...(snapshot.basis ?? []).map(({ number, sha256, issuedOn, issuer }) => ({
      ...named({ zh: "依据文件", en: "Document it rests on" }, issuer, "basis"),
      ...referring({ number, sha256, issued: issuedOn }),
    })),
    ...verificationStatement(snapshot),
    ...marketStatements(snapshot),
    ...snapshot.verdicts.filter((v) => !measured.has(v.characteristic)).map((v) => verdictStatement(snapshot, v)),
  ];
}

function kindStatement({ title, calibration, demonstration, ...rest }: ReportSnapshot): Statement {
  const kind = kindOf(rest);
  const tokens = [
    `kind-${kind}`,
    ...(demonstration ? ["demonstration"] : []),
    ...(calibration?.adjusted ? ["adjusted"] : []),
  ];
  return named({ zh: "文件种类", en: "Kind of document" }, title, ...tokens);
}

function samplingStatement({ sample }: ReportSnapshot): Statement {
  const { sampling, sampledBy, sampledOn, sampledAt } = sample;
  return {
    ...named(
      { zh: "抽样", en: "Sampling" },
      sampling,
      "sampling",
      ...(sampledBy === undefined ? [] : [`sampled-by-${sampledBy}`]),
    ),
    ...(sampledAt === undefined ? {} : { description: bothRich(sampledAt) }),
    ...(sampledOn === undefined ? {} : { date: sampledOn }),
  };
}

function accreditationStatement({ issuer: { accreditation } }: ReportSnapshot): Statement[] {
  if (!accreditation) return [];
  const { body, number, validUntil } = accreditation;
  const sentence = {
    zh: `${body.zh} ${number}，有效期至 ${validUntil}`,
    en: `${body.en} ${number}, valid until ${validUntil}`,
  };
  return [
    {
      ...named({ zh: "认可", en: "Accreditation" }, sentence, "accreditation"),
      description: bothRich(body),
      ...referring({ number, "valid-until": validUntil }),
    },
  ];
}

function predecessorStatement({ replaces }: ReportSnapshot): Statement[] {
  if (!replaces) return [];
  const { number, reason, sha256 = "", relation } = replaces;
  const token = relation === undefined ? "predecessor" : `predecessor-${relation}`;
  return [
    { ...named({ zh: "前一份文件", en: "The document before" }, reason, token), ...referring({ number, sha256 }) },
  ];
}

function verificationStatement({ verification }: ReportSnapshot): Statement[] {
  if (!verification) return [];
  const { regulation, result, accuracyClass, validUntil } = verification;
  const norm = filled(regulation);
  return [
    {
      refType: "quanheng_verification",
      name: bothText({ zh: "检定", en: "Verification" }),
      ...(norm === undefined ? {} : { norm: [norm] }),
      ...referring({ class: accuracyClass, "valid-until": validUntil }),
      conformity: result,
    },
  ];
}

/** What a document concludes for each market; what is undecided or binds nobody is none of the six values. */
function marketStatements({ markets }: ReportSnapshot): Statement[] {
  return markets.map(({ market, name, verdict, indicative }) => {
    const tokens = ["market-verdict", `verdict-${verdict}`, ...(indicative ? ["indicative"] : [])];
    const isPlain = !indicative && (verdict === "pass" || verdict === "fail");
    return {
      ...named({ zh: "对市场的结论", en: "Conclusion for a market" }, name, ...tokens),
      ...(isCountry2(market) ? { countryCodeISO3166_1: [market] } : {}),
      ...referring({ market }),
      ...(isPlain ? { conformity: verdict } : {}),
    };
  });
}

function named(name: Bilingual, declaration: Bilingual, ...tokens: readonly string[]): Statement {
  return {
    refType: tokens.map((token) => `quanheng_${token}`).join(" "),
    name: bothText(name),
    declaration: bothRich(declaration),
  };
}
