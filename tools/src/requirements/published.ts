import { readFileSync } from "node:fs";

/** JSON whose numbers are kept as the digits that were written: a limit of 4.0 stays "4.0". */
export function parseKeepingDigits(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? plainDigits(context?.source ?? String(value)) : value,
  );
}

export function readKeepingDigits(path: string): unknown {
  return parseKeepingDigits(readFileSync(path, "utf8"));
}

/** Writes 1e-6 as 0.000001 and leaves digits without exponent alone. */
function plainDigits(source: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(source);
  if (!match) return source;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).padEnd(point, "0");
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

type Fields = Record<string, unknown>;

/** A row of the published data set in the project's own shape; the caller validates it with `readRequirement`. */
export function convertRow(published: unknown): Fields {
  const { limit, variant, sampling, ...row } = published as Fields & { limit: Fields };
  return {
    ...row,
    ...(variant ? { variant: textMap(variant as Fields) } : {}),
    ...(sampling ? { sampling: textMap(sampling as Fields) } : {}),
    limit: convertLimit(limit),
  };
}

function convertLimit(limit: Fields): Fields {
  if ("min" in limit || "max" in limit) return { kind: "interval", ...limit };
  if ("notDetectedIn" in limit) return { kind: "not-detected", amount: limit["notDetectedIn"] };
  if ("plan" in limit) return { kind: "plan", plan: textMap(limit["plan"] as Fields) };
  if ("severity" in limit) return { kind: "severity", ...(limit["severity"] as Fields) };
  if ("formula" in limit) return { kind: "formula", ...(limit["formula"] as Fields) };
  if ("conform" in limit) return { kind: "conform", text: limit["conform"] };
  if ("oneOf" in limit) return { kind: "one-of", values: limit["oneOf"] };
  if ("allOf" in limit) return { kind: "all-of", values: limit["allOf"] };
  throw new Error(`a limit of no known family: ${JSON.stringify(limit)}`);
}

function textMap(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** Product, characteristic, document, method, market and relation tables in the project's shape. */
export const convertTable = {
  products: ({ en, zh, note, ...rest }: Fields) => ({ ...rest, name: { zh, en }, note: note ?? null }),
  characteristics: ({ en, zh, unit, ...rest }: Fields) => ({ ...rest, name: { zh, en }, unit: unit ?? null }),
  documents: (document: Fields) => {
    const { title, titleZh, issuer, published, supersedes, adopts, note, ...rest } = document;
    return {
      ...rest,
      title: { zh: titleZh, en: title },
      issuer: issuer ?? null,
      published: published ?? null,
      supersedes: supersedes ?? [],
      adopts: adopts ?? [],
      note: note ?? null,
    };
  },
  methods: ({ adopts, note, ...rest }: Fields) => ({ ...rest, adopts: adopts ?? [], note: note ?? null }),
  relations: (relation: Fields) => relation,
  markets: ({ en, zh, bodies, marks, supply, note, ...rest }: Fields) => ({
    ...rest,
    name: { zh, en },
    supply: supply ? convertSupply(supply as Fields) : null,
    bodies: (bodies as Fields[]).map(({ name, zh, ...body }) => ({ ...body, name: { zh: zh ?? null, en: name } })),
    marks: (marks as Fields[]).map((mark) => ({ ...mark, zh: mark["zh"] ?? null })),
    note: note ?? null,
  }),
} as const;

export type TableName = keyof typeof convertTable;

function convertSupply(supply: Fields): Fields {
  return { ...supply, voltage: Number(supply["voltage"]), hz: Number(supply["hz"]) };
}
