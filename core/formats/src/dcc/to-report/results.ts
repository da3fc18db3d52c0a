import type { ReportResult } from "../../report/snapshot.ts";
import { ucumOfDsi } from "../dsi/unit-words.ts";
import type {
  Certificate,
  Circumstances,
  Data,
  List,
  MeasurementResult,
  Quantity,
  Text,
  UsedMethod,
} from "../model/model.ts";
import { numberIn, probabilityIn } from "../report/quantity.ts";
import { unitForm } from "../report/units.ts";
import { bearing, bears, bilingualOf, bilingualRich, factIn } from "./marks.ts";
import { type StatedResult, valuesOf } from "./values.ts";
import { limitsIn } from "./verdicts.ts";

/** A quantity with what encloses it says of it: the nearest name and method. */
export type FoundQuantity = {
  readonly quantity: Quantity;
  readonly name: Text;
  readonly method: UsedMethod | undefined;
  readonly measured: MeasurementResult;
  readonly inScope: boolean;
};

/** Every quantity among the results, in the order of the document. */
export function quantitiesIn({ measurementResults }: Certificate): readonly FoundQuantity[] {
  return measurementResults.measurementResult.flatMap((measured) =>
    measured.results.result.flatMap((result) => {
      const around = {
        name: result.name,
        method: methodOf(measured) ?? methodOf(measurementResults),
        measured,
        inScope: bears(result, "in-scope"),
      };
      return inData(result.data.parts, around);
    }),
  );
}

type Around = Omit<FoundQuantity, "quantity">;

function inData(parts: Data["parts"] | List["parts"], around: Around): readonly FoundQuantity[] {
  return parts.flatMap((part) => {
    if (part.name !== "quantity" && part.name !== "list") return [];
    const { value } = part;
    const here = { ...around, name: value.name ?? around.name, method: methodOf(value) ?? around.method };
    return part.name === "quantity" ? [{ ...here, quantity: part.value }] : inData(part.value.parts, here);
  });
}

function methodOf({ usedMethods }: Circumstances): UsedMethod | undefined {
  return usedMethods?.usedMethod[0];
}

/** The results of one quantity: one, or one for each value of a list. */
export function resultsOf(found: FoundQuantity, testedOn: string): readonly ReportResult[] {
  const { quantity, name, method, measured, inScope } = found;
  const metaData = quantity.measurementMetaData?.metaData ?? [];
  const printed = bearing(metaData, "printed")?.reference;
  const provider = bearing(metaData, "provider")?.declaration;
  const phase = bears(measured, "as-found") ? "as-found" : bears(measured, "as-left") ? "as-left" : undefined;
  const limits = limitsIn(metaData);
  return valuesOf(quantity).map((stated) => ({
    characteristic: factIn(method?.reference, "characteristic") ?? foreignName(quantity),
    characteristicName: bilingualOf(name),
    method: method?.norm?.[0] ?? bilingualOf(method?.name).zh,
    methodId: factIn(method?.reference, "definition") ?? "",
    ...statedResult(stated, printed),
    inScope,
    testedOn: bearing(metaData, "tested")?.date ?? testedOn,
    ...(provider ? { externalProvider: bilingualRich(provider) } : {}),
    ...(phase === undefined ? {} : { phase }),
    ...(limits.length === 0 ? {} : { limits }),
  }));
}

/** What another house calls a characteristic: its first token, else its id. */
function foreignName({ refType, id }: Quantity): string {
  return refType?.split(/\s+/).find((token) => token !== "basic_measuredValue") ?? id ?? "";
}

/**
 * Value, unit and uncertainty. What the report printed is taken where it agrees with the quantity, or where the quantity
 * cannot say it: a note beside a value never overrules the value.
 */
function statedResult(stated: StatedResult, printed: readonly string[] | undefined) {
  const noted = (name: string) => factIn(printed, name);
  const agrees = (name: string, value: string | null, read: (text: string) => unknown) => {
    const text = noted(name);
    if (text === undefined || value === null) return value ?? text ?? null;
    return same(read(text), read(value)) ? text : value;
  };
  const unit = noted("unit") ?? "";
  const isWords = stated.unit === "" && numberIn(stated.reported) === undefined;
  const isOurs = isWords || unitForm(unit).written === stated.unit;
  const reported = noted("reported");
  const asPrinted = reported !== undefined && isWords && `${reported} ${unit}`.trim() === stated.reported;
  const coverage = agrees("coverage", stated.coverage ?? null, probabilityIn);
  return {
    unit: printed && isOurs ? unit : (ucumOfDsi(stated.unit) ?? stated.unit),
    reported: asPrinted ? reported : (agrees("reported", stated.reported, numberIn) ?? stated.reported),
    value: noted("unrounded") ?? (printed ? "" : stated.reported),
    u: agrees("u", stated.u, numberIn),
    k: agrees("k", stated.k, numberIn),
    expanded: agrees("expanded", stated.expanded, numberIn),
    ...(coverage === null ? {} : { coverage }),
  };
}

function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? String(member) : member));
  return one !== undefined && text(one) === text(other);
}
