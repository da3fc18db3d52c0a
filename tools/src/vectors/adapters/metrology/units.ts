import { absolute, compare, decimal, dividedBy, formatDecimal, minus, times } from "@quanheng/kernel/decimal.ts";
import { convert } from "@quanheng/kernel/units/convert.ts";
import { isUnit } from "@quanheng/kernel/units/parse.ts";
import type { CaseResult } from "../../adapter.ts";
import { guarded, same } from "./check.ts";

/** The functional tests of UCUM: validation, conversion, multiplication and division. Display names are not claimed. */
export function unitCases(xml: string): readonly CaseResult[] {
  const bare = xml.replace(/<!--[\s\S]*?-->/g, "");
  const seen = new Map<string, number>();
  return ["validation", "conversion", "multiplication", "division"].flatMap((section) => {
    const [text = ""] = new RegExp(`<${section}>[\\s\\S]*?</${section}>`).exec(bare) ?? [];
    return [...text.matchAll(/<case ([^>]*?)\/>/g)].flatMap(([, attributes = ""]) => {
      const fields = fieldsOf(attributes);
      const name = `ucum ${section} ${fields["id"]}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const id = count === 1 ? name : `${name} (${count})`;
      return guarded(id, () => [unitCase(id, section, fields)]);
    });
  });
}

type Fields = Readonly<Record<string, string>>;

function fieldsOf(attributes: string): Fields {
  const pairs = [...attributes.matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value]));
}

function unitCase(id: string, section: string, fields: Fields): CaseResult {
  const field = (name: string) => fields[name] ?? "";
  if (section === "validation") return same(id, String(isUnit(field("unit"))), field("valid"));
  if (section === "conversion") {
    const converted = convert(decimal(field("value")), field("srcUnit"), field("dstUnit"));
    return printedAs(id, converted, field("outcome"));
  }
  const [v1, v2] = [decimal(field("v1")), decimal(field("v2"))];
  const divide = section === "division";
  const value = divide ? dividedBy(v1, v2, 40, "half-even") : times(v1, v2);
  const unit = divide ? `(${field("u1")})/(${field("u2")})` : `(${field("u1")}).(${field("u2")})`;
  return printedAs(id, convert(value, unit, field("uRes") || "1"), field("vRes"));
}

/** Outcomes are printed to the digits of their input: half a unit of the last printed one is allowed. */
function printedAs(id: string, found: ReturnType<typeof decimal>, outcome: string): CaseResult {
  const printed = decimal(outcome);
  const ok = compare(absolute(minus(found, printed)), { digits: 5n, scale: printed.scale + 1 }) <= 0;
  return ok ? { id, ok } : { id, ok, message: `expected ${outcome}, found ${formatDecimal(found)}` };
}
