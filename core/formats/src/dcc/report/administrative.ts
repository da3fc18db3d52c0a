import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportSnapshot } from "../../report/snapshot.ts";
import type { AdministrativeData, Contact, CoreData, Identification, Item, PrimitiveQuantity } from "../model/model.ts";
import { chinaDay } from "./days.ts";
import { statementsOf } from "./declared.ts";
import { bothRich, bothText, filled, placeOf, WRITTEN_LANGUAGES } from "./texts.ts";

/** What a certificate says beside what a report does. */
export type CertificateSettings = {
  /** Country of the laboratory, ISO 3166-1; China where none is given. */
  readonly country?: string;
  /** Version of the software, e.g. `0.1.0`. */
  readonly softwareVersion: string;
  /** Whether the document is going to be signed electronically. */
  readonly signed?: boolean;
};

/** Who, for whom, what and when. */
export function administrativeData(snapshot: ReportSnapshot, settings: CertificateSettings): AdministrativeData {
  const { issuer, client } = snapshot;
  const code = filled(issuer.accreditation?.number ?? "");
  return {
    dccSoftware: {
      software: [{ name: bothText({ zh: "权衡", en: "Quanheng" }), release: `v${settings.softwareVersion}` }],
    },
    refTypeDefinitions: { refTypeDefinition: REF_TYPES.map((own) => own(snapshot)) },
    coreData: coreData(snapshot, settings.country ?? "CN"),
    items: { item: [itemOf(snapshot)] },
    calibrationLaboratory: {
      ...(code === undefined ? {} : { calibrationLaboratoryCode: code }),
      contact: { ...contact(issuer.name, issuer.address), ...reached(issuer.contact) },
      ...(settings.signed ? { cryptElectronicSignature: "true" } : {}),
    },
    respPersons: {
      respPerson: snapshot.persons.map(({ role, name }) => ({
        person: { name: bothText(name) },
        role,
        mainSigner: role === "signatory" ? "true" : "false",
      })),
    },
    customer: contact(client.name, client.address),
    statements: { statement: statementsOf(snapshot) },
  };
}

const REF_TYPES = [
  () => ({
    name: bothText({ zh: "DCC 基本词表", en: "Basic terms of the DCC" }),
    namespace: "basic",
    link: "https://ptb.de/dcc",
  }),
  ({ verifyUrl }: ReportSnapshot) => ({
    name: bothText({ zh: "判定与范围用语", en: "Terms for verdicts and scope" }),
    description: bothRich({
      zh: "verdict-：判定；market-verdict：对一个市场的结论；printed：报告所印的文字；compare-：全值比较或修约值比较；indicative：要求尚未核实，判定不具约束力；in-scope、out-of-scope：是否在认可范围内；as-found、as-left：调整前后。",
      en: "verdict-: the verdict; market-verdict: the conclusion for a market; printed: as the report prints it; compare-: by the full or the rounded value; indicative: the requirement is not verified, the verdict binds nobody; in-scope, out-of-scope: of the accreditation; as-found, as-left: before and after adjustment.",
    }),
    namespace: "quanheng",
    link: filled(encodeURI(verifyUrl)) ?? "urn:quanheng",
  }),
];

function coreData(snapshot: ReportSnapshot, country: string): CoreData {
  const { number, gdti, commissionNumber, replaces } = snapshot;
  const known: Identification[] = [
    ...identification("calibrationLaboratory", gdti, "gdti", {
      zh: "全球文件类型标识",
      en: "Global document type identifier",
    }),
    ...identification("calibrationLaboratory", commissionNumber, "commission", {
      zh: "委托编号",
      en: "Number of the commission",
    }),
  ];
  return {
    countryCodeISO3166_1: country,
    usedLangCodeISO639_1: WRITTEN_LANGUAGES,
    mandatoryLangCodeISO639_1: WRITTEN_LANGUAGES,
    uniqueIdentifier: filled(number) ?? "-",
    ...(known.length === 0 ? {} : { identifications: { identification: known } }),
    receiptDate: chinaDay(snapshot.receivedOn),
    beginPerformanceDate: chinaDay(snapshot.testedFrom),
    endPerformanceDate: chinaDay(snapshot.testedTo),
    performanceLocation: { text: "laboratory" },
    issueDate: chinaDay(snapshot.issuedAt),
    ...(replaces ? predecessor(replaces) : {}),
  };
}

function predecessor({ number, reason, sha256, relation }: NonNullable<ReportSnapshot["replaces"]>) {
  const replacedUniqueIdentifier = filled(number) ?? "-";
  const typeOfChange = relation === "amendment" ? ("amended" as const) : ("substituted" as const);
  return {
    ...(relation === "supplement" ? {} : { reportAmendedSubstituted: { typeOfChange, replacedUniqueIdentifier } }),
    ...(sha256 === undefined
      ? {}
      : {
          previousReport: {
            referral: bothText(reason),
            referralID: replacedUniqueIdentifier,
            procedure: "sha256",
            value: sha256,
          },
        }),
  };
}

function itemOf(snapshot: ReportSnapshot): Item {
  const instrument = snapshot.calibration?.instrument;
  const { item, sample } = snapshot;
  const identifications = [
    ...identification("manufacturer", instrument?.serialNumber ?? "", "serial", {
      zh: "出厂编号",
      en: "Serial number",
    }),
    ...identification("customer", item.lotNumber, "lot", { zh: "批号", en: "Lot number" }),
    ...identification("calibrationLaboratory", sample.number, "sample", { zh: "样品编号", en: "Number of the sample" }),
  ];
  const amounts = [
    ...amount("lot-size", { zh: "批量", en: "Lot size" }, item.lotSize),
    ...amount("sample-quantity", { zh: "样品量", en: "Amount of the sample" }, sample.quantity),
  ];
  const model = filled(instrument?.model ?? "");
  const maker = filled(instrument?.manufacturer ?? "");
  return {
    name: bothText(instrument?.name ?? item.name),
    description: bothRich({
      zh: `批量：${item.lotSize}；样品量：${sample.quantity}；状态：${sample.condition.zh}；抽样：${sample.sampling.zh}`,
      en: `Lot size: ${item.lotSize}; sample: ${sample.quantity}; condition: ${sample.condition.en}; sampling: ${sample.sampling.en}`,
    }),
    ...(maker === undefined ? {} : { manufacturer: { name: bothText({ zh: maker, en: maker }) } }),
    ...(model === undefined ? {} : { model }),
    identifications: {
      identification:
        identifications.length > 0 ? identifications : [{ issuer: "other", value: filled(snapshot.number) ?? "-" }],
    },
    ...(amounts.length === 0 ? {} : { itemQuantities: { itemQuantity: amounts } }),
  };
}

function identification(
  issuer: Identification["issuer"],
  value: string,
  token: string,
  name: Bilingual,
): Identification[] {
  const given = filled(value);
  return given === undefined ? [] : [{ refType: `quanheng_${token}`, issuer, value: given, name: bothText(name) }];
}

/** An amount as the report prints it, in words: nothing was measured here. */
function amount(token: string, name: Bilingual, printed: string): PrimitiveQuantity[] {
  if (printed.trim() === "") return [];
  const noQuantity = bothRich({ zh: printed, en: printed });
  return [{ refType: `quanheng_${token}`, name: bothText(name), noQuantity }];
}

function contact(name: Bilingual, address: Bilingual): Contact {
  return { name: bothText(name), location: placeOf(address) };
}

/** Mail and telephone, as far as they are to be found in what a laboratory prints as its contact. */
function reached(printed: string): { readonly eMail?: string; readonly phone?: string } {
  const [eMail] = /[^\s·,;，；]+@[^\s·,;，；]+/.exec(printed) ?? [];
  const phone = filled(/\+?\d[\d ()-]{5,}\d/.exec(printed)?.[0] ?? "");
  return { ...(eMail === undefined ? {} : { eMail }), ...(phone === undefined ? {} : { phone }) };
}
