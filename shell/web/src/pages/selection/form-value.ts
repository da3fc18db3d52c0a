import type { CommissionDetail, CommissionDraft, Item } from "@quanheng/contract/schemas/selection.ts";
import { hasCheckDigit } from "@quanheng/formats/gs1/check-digit.ts";
import { type ParsedNumber, parseNumber } from "@quanheng/kernel/number-text.ts";

/** What stands in the form, as it was typed. */
export type FormValue = {
  readonly product: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lotNumber: string;
  readonly lotQuantity: string;
  readonly lotUnit: string;
  readonly producedOn: string;
  readonly gtin: string;
  readonly brand: string;
  readonly remarks: string;
  readonly markets: readonly string[];
  /** `CN.grade` → claimed value. */
  readonly claims: Readonly<Record<string, string>>;
  readonly appliesOn: string;
  readonly neededBy: string;
  readonly sampleAvailableG: string;
  readonly sampledBy: string;
  /** Day and place of a laboratory's sampling. */
  readonly sampledOn: string;
  readonly sampledPlace: string;
  /** The authority that drew it, and its record. */
  readonly sampledBody: string;
  readonly sampledRecord: string;
};

export type FormProblem =
  | "problem.missing"
  | "problem.choose"
  | "problem.no-market"
  | "problem.positive"
  | "problem.operator"
  | "problem.whole"
  | "problem.gtin.digits"
  | "problem.gtin.check"
  | "problem.future"
  | "problem.past";

/** What is wrong with which entry. A text that is no number is left out: its field says so itself. */
export type FormProblems = { readonly [Name in keyof FormValue]?: FormProblem };

export function emptyForm(today: string): FormValue {
  return {
    product: "",
    nameZh: "",
    nameEn: "",
    lotNumber: "",
    lotQuantity: "",
    lotUnit: "t",
    producedOn: "",
    gtin: "",
    brand: "",
    remarks: "",
    markets: [],
    claims: {},
    appliesOn: today,
    neededBy: "",
    sampleAvailableG: "3000",
    ...NOT_SAMPLED,
  };
}

const NOT_SAMPLED = {
  sampledBy: "client",
  sampledOn: "",
  sampledPlace: "",
  sampledBody: "",
  sampledRecord: "",
} as const;

function sampledIn({ sampling }: Item): Pick<FormValue, keyof typeof NOT_SAMPLED> {
  if (sampling?.by === "laboratory")
    return { ...NOT_SAMPLED, sampledBy: sampling.by, sampledOn: sampling.on, sampledPlace: sampling.place };
  if (sampling?.by === "authority")
    return { ...NOT_SAMPLED, sampledBy: sampling.by, sampledBody: sampling.body, sampledRecord: sampling.record };
  return NOT_SAMPLED;
}

/** Who drew the sample, as it is sent; the client's own sampling is what holds where nothing is said. */
function samplingOf(form: FormValue): Item["sampling"] {
  if (form.sampledBy === "laboratory") return { by: "laboratory", on: form.sampledOn, place: form.sampledPlace.trim() };
  if (form.sampledBy === "authority")
    return { by: "authority", body: form.sampledBody.trim(), record: form.sampledRecord.trim() };
  return undefined;
}

/** A commission as the form shows it. */
export function formOf({ product, item, markets, claims, ...rest }: CommissionDetail): FormValue {
  return {
    product,
    nameZh: item.name.zh,
    nameEn: item.name.en,
    lotNumber: item.lotNumber,
    lotQuantity: item.lotQuantity,
    lotUnit: item.lotUnit,
    producedOn: item.producedOn ?? "",
    gtin: item.gtin ?? "",
    brand: item.brand ?? "",
    remarks: item.remarks ?? "",
    markets,
    claims,
    appliesOn: rest.appliesOn,
    neededBy: rest.neededBy ?? "",
    sampleAvailableG: String(rest.sampleAvailableG),
    ...sampledIn(item),
  };
}

const SAMPLED = ["sampledOn", "sampledPlace", "sampledBody", "sampledRecord"] as const;

/** The steps of the form and the entries that each holds. */
export const STEPS = {
  product: ["product", "nameZh", "nameEn", "gtin"],
  lot: ["lotNumber", "lotQuantity", "lotUnit", "producedOn", "sampleAvailableG", ...SAMPLED],
  markets: ["markets"],
  dates: ["appliesOn", "neededBy"],
} as const satisfies Record<string, readonly (keyof FormValue)[]>;
export type Step = keyof typeof STEPS;

/** Everything that keeps the form from being sent. @param today in the place of the platform */
export function problemsOf(form: FormValue, today: string): FormProblems {
  const problems: { [Name in keyof FormValue]?: FormProblem | null } = {
    product: form.product === "" ? "problem.choose" : null,
    nameZh: missing(form.nameZh),
    nameEn: missing(form.nameEn),
    lotNumber: missing(form.lotNumber),
    lotQuantity: quantityProblem(form.lotQuantity),
    lotUnit: missing(form.lotUnit),
    producedOn: form.producedOn > today ? "problem.future" : null,
    gtin: gtinProblem(form.gtin),
    markets: form.markets.length === 0 ? "problem.no-market" : null,
    appliesOn: missing(form.appliesOn),
    neededBy: form.neededBy !== "" && form.neededBy < today ? "problem.past" : null,
    sampleAvailableG: gramsProblem(form.sampleAvailableG),
    ...(form.sampledBy === "laboratory"
      ? {
          sampledOn: form.sampledOn > today ? "problem.future" : missing(form.sampledOn),
          sampledPlace: short(form.sampledPlace),
        }
      : {}),
    ...(form.sampledBy === "authority"
      ? { sampledBody: short(form.sampledBody), sampledRecord: short(form.sampledRecord) }
      : {}),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== null)) as FormProblems;
}

/** What is sent; call it only for a form without problems. Full-width digits become plain ones here. */
export function draftOf(form: FormValue): CommissionDraft {
  const sampling = samplingOf(form);
  const text = (typed: string) => (typed.trim() === "" ? null : typed.trim());
  return {
    product: form.product,
    item: {
      name: { zh: form.nameZh.trim(), en: form.nameEn.trim() },
      lotNumber: form.lotNumber.trim(),
      lotQuantity: plain(parseNumber(form.lotQuantity)),
      lotUnit: form.lotUnit,
      producedOn: text(form.producedOn),
      gtin: text(gtinDigits(form.gtin)),
      brand: text(form.brand),
      remarks: text(form.remarks),
      ...(sampling ? { sampling } : {}),
    },
    markets: [...form.markets],
    claims: claimsIn(form),
    appliesOn: form.appliesOn,
    neededBy: text(form.neededBy),
    sampleAvailableG: Number(plain(parseNumber(form.sampleAvailableG))),
  };
}

/** The claims on markets that are chosen; those on others stay in the form in case the market comes back. */
export function claimsIn({ claims, markets }: Pick<FormValue, "claims" | "markets">): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).filter(([key, value]) => value !== "" && markets.includes(key.split(".")[0] ?? "")),
  );
}

/** Too short to name a body, a place or a record. */
function short(typed: string): FormProblem | null {
  return typed.trim().length < 2 ? "problem.missing" : null;
}

function missing(typed: string): FormProblem | null {
  return typed.trim() === "" ? "problem.missing" : null;
}

function quantityProblem(typed: string): FormProblem | null {
  const parsed = parseNumber(typed);
  if (!parsed.ok) return "problem.missing";
  if (parsed.operator !== "=") return "problem.operator";
  return parsed.value > 0 ? null : "problem.positive";
}

function gramsProblem(typed: string): FormProblem | null {
  const parsed = parseNumber(typed);
  if (!parsed.ok) return "problem.missing";
  if (parsed.operator !== "=") return "problem.operator";
  const whole = Number.isInteger(parsed.value) && parsed.value >= 1 && parsed.value <= 1_000_000;
  return whole ? null : "problem.whole";
}

function gtinProblem(typed: string): FormProblem | null {
  const digits = gtinDigits(typed);
  if (digits === "") return null;
  if (!/^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits)) return "problem.gtin.digits";
  return hasCheckDigit(digits) ? null : "problem.gtin.check";
}

/** People write a number in groups, and a Chinese keyboard writes it wide. */
function gtinDigits(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "");
}

function plain(parsed: ParsedNumber): string {
  return parsed.ok ? parsed.text : "";
}
