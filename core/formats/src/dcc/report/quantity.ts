import { type Decimal, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { ReportResult } from "../../report/snapshot.ts";
import type { Quantity as DsiQuantity, Hybrid, Real } from "../model/dsi-model.ts";
import type { RichContent } from "../model/model.ts";
import { bothRich } from "./texts.ts";
import { type UnitForm, unitForm } from "./units.ts";

/** Value with uncertainty as D-SI has it; a result with an operator, which D-SI cannot say, in words. */
export function quantityOf(result: ReportResult): DsiQuantity | { readonly noQuantity: RichContent } {
  const value = numberIn(result.reported);
  const form = unitForm(result.unit);
  if (value === undefined) {
    const words = `${result.reported} ${result.unit}`.trim();
    return { noQuantity: bothRich({ zh: words, en: words }) };
  }
  const reported = real(value, uncertaintyOf(result), form.written);
  if (!form.si) return { real: reported };
  const hybrid: Hybrid = { real: [inSi(value, uncertaintyOf(result), form.si), reported] };
  return { hybrid };
}

type Stated =
  | { readonly kind: "expanded"; readonly value: Decimal; readonly k: string; readonly probability: string }
  | { readonly kind: "standard"; readonly value: Decimal };

/** An expanded uncertainty where its probability is stated, else the standard one: neither k nor p is guessed. */
function uncertaintyOf({ expanded, k, u, coverage }: ReportResult): Stated | undefined {
  const [wide, probability] = [numberIn(expanded ?? ""), probabilityIn(coverage ?? "")];
  if (wide && probability !== undefined && k !== null && /^[1-9]\d*(\.\d*)?$/.test(k)) {
    return { kind: "expanded", value: wide, k, probability };
  }
  const standard = numberIn(u ?? "");
  return standard && { kind: "standard", value: standard };
}

function inSi(value: Decimal, stated: Stated | undefined, si: NonNullable<UnitForm["si"]>): Real {
  return real(si.value(value), stated && { ...stated, value: si.uncertainty(stated.value) }, si.unit);
}

function real(value: Decimal, stated: Stated | undefined, unit: string): Real {
  const plain = { value: formatDecimal(value), unit };
  if (!stated) return plain;
  const written = formatDecimal(stated.value);
  const uncertainty =
    stated.kind === "standard"
      ? { standardMU: { valueStandardMU: written } }
      : {
          expandedMU: {
            valueExpandedMU: written,
            coverageFactor: stated.k,
            coverageProbability: stated.probability,
          },
        };
  return { ...plain, measurementUncertaintyUnivariate: uncertainty };
}

/**
 * The number in a printed result; undefined where it has an operator or is no number.
 *
 * @example numberIn("−0.050") // → { digits: -50n, scale: 3 } (the printed minus)
 */
export function numberIn(text: string): Decimal | undefined {
  try {
    return text.trim() === "" ? undefined : decimal(text.trim().replace(/^[−–]/, "-").replace(/^±\s*/, ""));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/**
 * A coverage probability as a fraction.
 *
 * @example probabilityIn("95.45 %") // → "0.9545" (a printed percentage)
 */
export function probabilityIn(text: string): string | undefined {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())?.[1];
  if (percent === undefined) return undefined;
  const { digits, scale } = decimal(percent);
  const fraction = formatDecimal({ digits, scale: scale + 2 });
  return /^0\.\d+$|^1(\.0*)?$/.test(fraction) ? fraction : undefined;
}
