import type { Comparison } from "@quanheng/contract/routes/compare.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";

export type Language = "zh" | "en";

/** A comparison as a table of texts: one line a characteristic, one column a market. */
export type ExportTable = {
  readonly title: string;
  readonly subtitle: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The comparison in one language, in the order of the page; several requirements of a market are parted by semicolons. */
export function exportTable(comparison: Comparison, language: Language): ExportTable {
  const words = WORDS[language];
  const { markets, lines } = comparison;
  return {
    title: `${words.title}${language === "zh" ? "：" : ": "}${comparison.productName[language]}`,
    subtitle: `${words.on} ${comparison.on}${words.separator}${words.knownOn} ${comparison.knownOn.slice(0, 10)}`,
    head: [words.characteristic, words.unit, ...markets, words.strictest, words.setBy, words.relations, words.gaps],
    rows: lines.map((line) => [
      line.characteristicName[language],
      unitText(line.unit),
      ...markets.map((market) =>
        cellText(
          line.cells.find((cell) => cell.market === market),
          language,
        ),
      ),
      line.empty ? words.empty : (line.strictest?.[language] ?? ""),
      line.cells
        .filter(({ sets }) => sets)
        .map(({ market }) => market)
        .join(", "),
      line.relations.map(({ a, b, relation }) => `${a} ${words[relation]} ${b}`).join("; "),
      line.missing.join(", "),
    ]),
  };
}

function cellText(cell: Comparison["lines"][number]["cells"][number] | undefined, language: Language): string {
  if (!cell) return "";
  if (cell.limitText) return cell.limitText[language];
  return cell.requirements.map(({ limitText }) => limitText[language]).join("; ");
}

const WORDS = {
  zh: {
    title: "限值比较",
    on: "适用日期",
    knownOn: "数据截至",
    separator: "；",
    characteristic: "项目",
    unit: "单位",
    strictest: "最严限值",
    setBy: "由谁确定",
    relations: "两两关系",
    gaps: "未作规定的市场",
    empty: "无共同取值",
    stricter: "严于",
    equal: "等于",
    looser: "宽于",
    incomparable: "不可比",
  },
  en: {
    title: "Comparison of limits",
    on: "Applies on",
    knownOn: "known on",
    separator: "; ",
    characteristic: "Characteristic",
    unit: "Unit",
    strictest: "Strictest",
    setBy: "Set by",
    relations: "Relations",
    gaps: "Markets without a requirement",
    empty: "no common value",
    stricter: "stricter than",
    equal: "equal to",
    looser: "looser than",
    incomparable: "not comparable with",
  },
} as const;
