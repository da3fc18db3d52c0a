import type { Certificate, List, MeasurementResult, Quantity, Statement, Text } from "../model/model.ts";
import { bears } from "../to-report/marks.ts";
import { rowsOfQuantity, type ViewRow } from "./rows.ts";
import { richView, textView, type ViewText } from "./texts.ts";

export type { ViewText } from "./texts.ts";

/** A table of a certificate: what was measured, the values, and what was said about them. */
export type ViewTable = {
  readonly name: ViewText;
  readonly rows: readonly ViewRow[];
  readonly statements: readonly ViewStatement[];
};
export type ViewStatement = {
  readonly name: ViewText;
  readonly text: ViewText;
  readonly norms: readonly string[];
  /** Dates and references, as they stand in the document. */
  readonly facts: readonly string[];
  readonly conformity: string;
};

/** A certificate as a person reads it. */
export type CertificateView = {
  readonly number: string;
  readonly languages: readonly string[];
  readonly laboratory: ViewText;
  readonly customer: ViewText;
  readonly dates: { readonly begin: string; readonly end: string; readonly issued: string };
  readonly items: readonly { readonly name: ViewText; readonly identifications: readonly string[] }[];
  readonly persons: readonly ViewText[];
  readonly statements: readonly ViewStatement[];
  readonly tables: readonly ViewTable[];
};

/** What a certificate says, in the order in which a person reads it. */
export function viewOf({ administrativeData, measurementResults }: Certificate): CertificateView {
  const { coreData, items, calibrationLaboratory, customer, respPersons, statements } = administrativeData;
  return {
    number: coreData.uniqueIdentifier,
    languages: coreData.usedLangCodeISO639_1,
    laboratory: textView(calibrationLaboratory.contact.name),
    customer: textView(customer.name),
    dates: {
      begin: coreData.beginPerformanceDate,
      end: coreData.endPerformanceDate,
      issued: coreData.issueDate ?? "",
    },
    items: items.item.map(({ name, identifications }) => ({
      name: textView(name),
      identifications: identifications.identification.map(({ value }) => value),
    })),
    persons: respPersons.respPerson.map(({ person }) => textView(person.name)),
    statements: (statements?.statement ?? []).map(statementView),
    tables: measurementResults.measurementResult.flatMap(tablesOf),
  };
}

function tablesOf({ results }: MeasurementResult): readonly ViewTable[] {
  return results.result.map(({ name, data }) => {
    const quantities = data.parts.flatMap((part) => {
      if (part.name === "quantity") return [part.value];
      return part.name === "list" ? quantitiesIn(part.value) : [];
    });
    const texts = data.parts.flatMap((part) =>
      part.name === "text" ? [{ ...EMPTY_STATEMENT, text: richView(part.value) }] : [],
    );
    const said = quantities
      .flatMap((quantity) => quantity.measurementMetaData?.metaData ?? [])
      .filter((statement) => !bears(statement, "printed"));
    return {
      name: textView(name),
      rows: quantities.flatMap((quantity) => rowsOfQuantity(quantity, nameOf(quantity, name))),
      statements: [...texts, ...said.map(statementView)],
    };
  });
}

const EMPTY_STATEMENT: ViewStatement = { name: {}, text: {}, norms: [], facts: [], conformity: "" };

function nameOf(quantity: Quantity, fallback: Text): ViewText {
  return textView(quantity.name ?? fallback);
}

function quantitiesIn({ parts }: List): readonly Quantity[] {
  return parts.flatMap((part) => (part.name === "quantity" ? [part.value] : quantitiesIn(part.value)));
}

function statementView({
  name,
  declaration,
  description,
  norm,
  date,
  reference = [],
  conformity,
  conformityXMLList,
}: Statement): ViewStatement {
  return {
    name: name ? textView(name) : {},
    text: declaration ? richView(declaration) : description ? richView(description) : {},
    norms: norm ?? [],
    facts: [...(date === undefined ? [] : [date]), ...reference],
    conformity: conformity ?? conformityXMLList ?? "",
  };
}
