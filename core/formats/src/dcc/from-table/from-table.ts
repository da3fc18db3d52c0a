import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { RealList } from "../model/dsi-model.ts";
import type { Certificate, Quantity, Statement } from "../model/model.ts";
import { bothRich, bothText, filled, placeOf, WRITTEN_LANGUAGES } from "../report/texts.ts";
import { unitForm } from "../report/units.ts";
import type { TableProfile } from "./profile.ts";
import { type ReadColumn, type ReadTable, readTable, type TableFault, type TableRow } from "./table.ts";

export type TableOutcome =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly faults: readonly TableFault[] };

/**
 * A table as a certificate of version 3.3.0: each planned column a list of values, in the SI where there is a factor, and
 * as the table has it.
 *
 * @param softwareVersion e.g. `0.1.0`
 * @returns every fault of the table, with line and column, where there is one
 * @source PTB, DCC XML schema 3.3.0; D-SI XML schema 2.2.1, realListXMLList
 */
export function certificateOfTable(
  profile: TableProfile,
  rows: readonly TableRow[],
  softwareVersion: string,
): TableOutcome {
  const table = readTable(profile, rows);
  if (table.faults.length > 0) return { ok: false, faults: table.faults };
  const software = [{ name: bothText({ zh: "权衡", en: "Quanheng" }), release: `v${softwareVersion}` }];
  const certificate: Certificate = {
    schemaVersion: "3.3.0",
    administrativeData: { dccSoftware: { software }, ...administrative(profile, table.facts) },
    measurementResults: { usedSoftware: { software }, ...results(profile, table) },
  };
  return { ok: true, certificate };
}

function administrative(
  { laboratory, customer, person, item, country }: TableProfile,
  facts: ReadTable["facts"],
): Omit<Certificate["administrativeData"], "dccSoftware"> {
  const { number = "", begin = "", end = begin, received, issued, serial } = facts;
  const [code, maker, model] = [laboratory.code, item.manufacturer, item.model].map(filled);
  return {
    coreData: {
      countryCodeISO3166_1: country,
      usedLangCodeISO639_1: WRITTEN_LANGUAGES,
      mandatoryLangCodeISO639_1: WRITTEN_LANGUAGES,
      uniqueIdentifier: filled(number) ?? "-",
      ...(received === undefined ? {} : { receiptDate: received }),
      beginPerformanceDate: begin,
      endPerformanceDate: end,
      performanceLocation: { text: "laboratory" },
      ...(issued === undefined ? {} : { issueDate: issued }),
    },
    items: {
      item: [
        {
          name: bothText(item.name),
          ...(maker === undefined ? {} : { manufacturer: { name: bothText({ zh: maker, en: maker }) } }),
          ...(model === undefined ? {} : { model }),
          identifications: {
            identification: [
              serial === undefined
                ? { issuer: "calibrationLaboratory", value: filled(number) ?? "-" }
                : { refType: "basic_serialNumber", issuer: "manufacturer", value: filled(serial) ?? "-" },
            ],
          },
        },
      ],
    },
    calibrationLaboratory: {
      ...(code === undefined ? {} : { calibrationLaboratoryCode: code }),
      contact: { name: bothText(laboratory.name), location: placeOf(laboratory.address) },
    },
    respPersons: { respPerson: [{ person: { name: bothText(person) }, mainSigner: "true" }] },
    customer: { name: bothText(customer.name), location: placeOf(customer.address) },
  };
}

function results({ title, method, conditions }: TableProfile, { columns }: ReadTable) {
  const norm = filled(method.norm);
  const outside = new Map(columns.flatMap(({ plan }) => outsideUnit(plan.unit)).map((one) => [one.nonSIUnit, one]));
  const parts = columns.map((column) => ({ name: "quantity" as const, value: quantityOf(column) }));
  return {
    usedMethods: { usedMethod: [{ name: bothText(method.name), ...(norm === undefined ? {} : { norm: [norm] }) }] },
    influenceConditions: {
      influenceCondition: conditions.map(({ name, value }) => ({
        name: bothText(name),
        data: { parts: [{ name: "text" as const, value: bothRich({ zh: value, en: value }) }] },
      })),
    },
    ...(outside.size === 0 ? {} : { measurementMetaData: { metaData: [...outside.values()] } }),
    measurementResult: [
      {
        name: bothText(title),
        results: {
          result: [{ name: bothText(title), data: { parts: [{ name: "list" as const, value: { parts } }] } }],
        },
      },
    ],
  };
}

function outsideUnit(unit: string): Statement[] {
  const { outside } = unitForm(unit);
  return outside
    ? [{ nonSIDefinition: filled(outside.definition) ?? outside.unit, nonSIUnit: `|${outside.unit}` }]
    : [];
}

function quantityOf(column: ReadColumn): Quantity {
  const { name, refType, unit } = column.plan;
  const { written, si } = unitForm(unit);
  const given = listOf(
    column,
    written,
    (value) => value,
    (size) => size,
  );
  const through = (convert: (given: ReturnType<typeof decimal>) => ReturnType<typeof decimal>) => (text: string) =>
    formatDecimal(convert(decimal(text)));
  const value = si
    ? { hybrid: { realListXMLList: [listOf(column, si.unit, through(si.value), through(si.uncertainty)), given] } }
    : { realListXMLList: given };
  return { ...(refType === "" ? {} : { refType }), name: bothText(name), ...value };
}

function listOf(
  { values, uncertainty }: ReadColumn,
  unit: string,
  ofValue: (text: string) => string,
  ofSize: (text: string) => string,
): RealList {
  const list = { valueXMLList: values.map(ofValue).join(" "), unitXMLList: unit };
  if (!uncertainty) return list;
  const { expanded, k, p } = uncertainty;
  return {
    ...list,
    measurementUncertaintyUnivariateXMLList: {
      expandedMUXMLList: {
        valueExpandedMUXMLList: expanded.map(ofSize).join(" "),
        coverageFactorXMLList: k.join(" "),
        coverageProbabilityXMLList: p.join(" "),
      },
    },
  };
}
