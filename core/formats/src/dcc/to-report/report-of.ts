import { REPORT_KINDS, type ReportKind } from "@quanheng/flow/attestation/report-kind.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type {
  ReportPerson,
  ReportSnapshot,
  ReportStatement,
  ReportVerdict,
  StatementKind,
} from "../../report/snapshot.ts";
import type { Certificate, Contact, Statement } from "../model/model.ts";
import type { CarriedReport } from "./carried.ts";
import { bearing, bears, bilingualOf, bilingualRich, factIn, identified, tokenAfter } from "./marks.ts";
import { quantitiesIn, resultsOf } from "./results.ts";
import { marketsIn, verdictsIn } from "./verdicts.ts";

/**
 * What a certificate says, in the terms of a report: the way back of `certificateOfSnapshot`, and a reader of other
 * houses' certificates. Where a certificate says nothing, texts are empty and lists have no members.
 *
 * @source PTB, DCC XML schema 3.3.0; ISO/IEC 17025:2017, 7.8.2
 */
export function reportOf(certificate: Certificate): CarriedReport {
  const { administrativeData } = certificate;
  const { coreData, calibrationLaboratory, customer, respPersons, items } = administrativeData;
  const statements = administrativeData.statements?.statement ?? [];
  const kind = statements.find((statement) => tokenAfter(statement, "kind-") !== undefined);
  const known = coreData.identifications?.identification;
  const calibration = calibrationOf(certificate, kind);
  const item = items.item[0];
  const told = kindIn(kind);
  return {
    ...(told === undefined ? {} : { kind: told }),
    title: bilingualRich(kind?.declaration),
    number: coreData.uniqueIdentifier,
    gdti: identified(known, "gdti"),
    commissionNumber: identified(known, "commission"),
    verifyUrl: verifyUrlIn(certificate),
    demonstration: kind !== undefined && bears(kind, "demonstration"),
    issuer: {
      ...partyOf(calibrationLaboratory.contact),
      contact: calibrationLaboratory.contact.eMail ?? calibrationLaboratory.contact.phone ?? "",
      accreditation: accreditationOf(statements, calibrationLaboratory.calibrationLaboratoryCode),
    },
    client: partyOf(customer),
    placeOfTesting: said(statements, "place-of-testing"),
    ruleSentence: said(statements, "decision-rule"),
    item: {
      name: bilingualOf(item?.name),
      lotNumber: identified(item?.identifications.identification, "lot"),
      lotSize: amountIn(certificate, "lot-size"),
    },
    sample: sampleOf(certificate, statements),
    receivedOn: coreData.receiptDate ?? "",
    testedFrom: coreData.beginPerformanceDate,
    testedTo: coreData.endPerformanceDate,
    issuedOn: coreData.issueDate ?? "",
    results: quantitiesIn(certificate).flatMap((found) => resultsOf(found, coreData.endPerformanceDate)),
    verdicts: verdictsOf(certificate, statements),
    markets: marketsIn(statements),
    statements: statements.flatMap(reportStatement),
    persons: respPersons.respPerson.map(({ role = "", person, mainSigner }) => ({
      role: roleOf(role, mainSigner),
      name: bilingualOf(person.name),
    })),
    ...predecessorOf(statements),
    ...basisOf(statements),
    ...(calibration ? { calibration } : {}),
    ...verificationOf(statements),
  };
}

function kindIn(kind: Statement | undefined): ReportKind | undefined {
  const token = kind && tokenAfter(kind, "kind-");
  return REPORT_KINDS.find((one) => one === token);
}

function partyOf({ name, location }: Contact): { readonly name: Bilingual; readonly address: Bilingual } {
  const further = location.parts.flatMap((part) => (part.name === "further" ? [bilingualRich(part.value)] : []))[0];
  const words = location.parts.flatMap((part) => (typeof part.value === "string" ? [part.value] : [])).join(", ");
  return { name: bilingualOf(name), address: further ?? { zh: words, en: words } };
}

function verifyUrlIn({ administrativeData }: Certificate): string {
  const link = administrativeData.refTypeDefinitions?.refTypeDefinition.find(
    ({ namespace }) => namespace === "quanheng",
  )?.link;
  if (link === undefined || link === "urn:quanheng") return "";
  try {
    return decodeURI(link);
  } catch {
    // An address that another house wrote, with a % that encodes nothing, is taken as it stands.
    return link;
  }
}

function said(statements: readonly Statement[], token: string): Bilingual {
  return bilingualRich(bearing(statements, token)?.declaration);
}

function accreditationOf(
  statements: readonly Statement[],
  code: string | undefined,
): ReportSnapshot["issuer"]["accreditation"] {
  const own = bearing(statements, "accreditation");
  if (!own) return code === undefined ? null : { number: code, body: { zh: "", en: "" }, validUntil: "" };
  return {
    number: factIn(own.reference, "number") ?? code ?? "",
    body: bilingualRich(own.description),
    validUntil: factIn(own.reference, "valid-until") ?? "",
  };
}

function amountIn({ administrativeData }: Certificate, token: string): string {
  const amounts = administrativeData.items.item[0]?.itemQuantities?.itemQuantity;
  return bilingualRich(bearing(amounts, token)?.noQuantity).zh;
}

function sampleOf(certificate: Certificate, statements: readonly Statement[]): ReportSnapshot["sample"] {
  const own = bearing(statements, "sampling");
  const by = own && tokenAfter(own, "sampled-by-");
  const conditions = certificate.measurementResults.influenceConditions?.influenceCondition;
  return {
    number: identified(certificate.administrativeData.items.item[0]?.identifications.identification, "sample"),
    quantity: amountIn(certificate, "sample-quantity"),
    condition: textIn(bearing(conditions, "sample-condition")),
    sampling: bilingualRich(own?.declaration),
    ...(by === "client" || by === "laboratory" ? { sampledBy: by } : {}),
    ...(own?.date === undefined ? {} : { sampledOn: own.date }),
    ...(own?.description ? { sampledAt: bilingualRich(own.description) } : {}),
  };
}

type Condition = NonNullable<Certificate["measurementResults"]["influenceConditions"]>["influenceCondition"][number];

function textIn(condition: Condition | undefined): Bilingual {
  const texts = condition?.data.parts.flatMap((part) => (part.name === "text" ? [part.value] : []));
  return bilingualRich(texts?.[0]);
}

/** Verdicts of each result, once even where a result stands before and after an adjustment, then those of none. */
function verdictsOf(certificate: Certificate, statements: readonly Statement[]): readonly ReportVerdict[] {
  const found = new Map<string, ReportVerdict>();
  const keep = (verdict: ReportVerdict) => {
    const key = JSON.stringify({ ...verdict, characteristicName: "" });
    if (!found.has(key)) found.set(key, verdict);
  };
  for (const quantity of quantitiesIn(certificate)) {
    const [result] = resultsOf(quantity, "");
    if (result) verdictsIn(quantity.quantity.measurementMetaData?.metaData ?? [], result).forEach(keep);
  }
  verdictsIn(statements).forEach(keep);
  return [...found.values()];
}

/** Statements that are no other part of a report. */
function reportStatement(statement: Statement): ReportStatement[] {
  const kind = tokenAfter(statement, "statement-");
  const isForeign = (statement.refType ?? "").split(/\s+/).every((token) => !token.startsWith("quanheng_"));
  if (kind === undefined && !bears(statement, "statement") && !(isForeign && !statement.conformity)) return [];
  const text = bilingualRich(statement.declaration ?? statement.description);
  return text.zh === "" && text.en === ""
    ? []
    : [{ ...(kind === undefined ? {} : { kind: kind as StatementKind }), ...text }];
}

function roleOf(role: string, mainSigner: string | undefined): ReportPerson["role"] {
  if (role === "analyst" || role === "reviewer" || role === "signatory") return role;
  return mainSigner === "true" || mainSigner === "1" ? "signatory" : "reviewer";
}

function predecessorOf(statements: readonly Statement[]): Pick<ReportSnapshot, "replaces"> {
  const own = statements.find((one) => bears(one, "predecessor") || tokenAfter(one, "predecessor-") !== undefined);
  if (!own) return {};
  const [relation, sha256] = [tokenAfter(own, "predecessor-"), factIn(own.reference, "sha256")];
  const isKnown = relation === "amendment" || relation === "replacement" || relation === "supplement";
  return {
    replaces: {
      number: factIn(own.reference, "number") ?? "",
      reason: bilingualRich(own.declaration),
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(isKnown ? { relation } : {}),
    },
  };
}

function basisOf(statements: readonly Statement[]): Pick<ReportSnapshot, "basis"> {
  const basis = statements
    .filter((statement) => bears(statement, "basis"))
    .map(({ reference, declaration }) => ({
      number: factIn(reference, "number") ?? "",
      sha256: factIn(reference, "sha256") ?? "",
      issuedOn: factIn(reference, "issued") ?? "",
      issuer: bilingualRich(declaration),
    }));
  return basis.length === 0 ? {} : { basis };
}

function calibrationOf(certificate: Certificate, kind: Statement | undefined): ReportSnapshot["calibration"] {
  const [item] = certificate.administrativeData.items.item;
  const { measuringEquipments, influenceConditions } = certificate.measurementResults;
  const serialNumber = identified(item?.identifications.identification, "serial");
  const isOurs = kind !== undefined && (serialNumber !== "" || item?.model !== undefined || measuringEquipments);
  if (!item || !isOurs) return undefined;
  const conditions = influenceConditions?.influenceCondition.filter((one) => bears(one, "condition")) ?? [];
  return {
    instrument: {
      name: bilingualOf(item.name),
      manufacturer: bilingualOf(item.manufacturer?.name).zh,
      model: item.model ?? "",
      serialNumber,
    },
    conditions: conditions.map((one) => ({ name: bilingualOf(one.name), value: textIn(one).zh })),
    references: (measuringEquipments?.measuringEquipment ?? []).map(({ name, description, identifications }) => ({
      name: bilingualOf(name),
      serialNumber: identified(identifications?.identification, "serial"),
      certificate: identified(identifications?.identification, "certificate"),
      issuer: bilingualRich(description),
      validUntil: identified(identifications?.identification, "valid-until"),
    })),
    adjusted: bears(kind, "adjusted"),
  };
}

function verificationOf(statements: readonly Statement[]): Pick<ReportSnapshot, "verification"> {
  const own = bearing(statements, "verification");
  if (own?.conformity !== "pass" && own?.conformity !== "fail") return {};
  return {
    verification: {
      regulation: own.norm?.[0] ?? "",
      result: own.conformity,
      accuracyClass: factIn(own.reference, "class") ?? "",
      validUntil: factIn(own.reference, "valid-until") ?? "",
    },
  };
}
