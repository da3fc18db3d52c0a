import { isSafeTarget } from "../resolver/check-item.ts";

/** What a company says of one of its products. */
export type ProductData = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly brand: string;
  /** Value and unit as printed: `50 kg`. */
  readonly netContent: string;
  /** Brick of the Global Product Classification, 8 digits. */
  readonly gpc: string;
  /** Code of the Harmonized System, 6 to 10 digits. */
  readonly hs: string;
  /** Markets it is sold in. */
  readonly markets: readonly string[];
  readonly imageUrl: string;
};

/** Members of a product that count, with their weight out of 100. */
export const QUALITY_WEIGHTS = {
  nameZh: 20,
  nameEn: 15,
  brand: 15,
  netContent: 15,
  gpc: 10,
  hs: 10,
  markets: 10,
  imageUrl: 5,
} as const satisfies Readonly<Record<keyof ProductData, number>>;
export type QualityMember = keyof typeof QUALITY_WEIGHTS;

/** How good the data of a product are. */
export type DataQuality = {
  /** From 0 to 100. */
  readonly score: number;
  readonly missing: readonly QualityMember[];
  /** Filled, but not in a form that others can read. */
  readonly wrong: readonly QualityMember[];
};

/**
 * How good the data of a product are: the weights of the members that are there and well formed.
 *
 * The weights are ours: names, brand and content identify a product on a shelf, classifications help customs.
 */
export function dataQuality(product: ProductData): DataQuality {
  const members = Object.keys(QUALITY_WEIGHTS) as QualityMember[];
  const missing = members.filter((member) => product[member].length === 0);
  const wrong = members.filter((member) => !missing.includes(member) && !FORMS[member](product));
  const lost = [...missing, ...wrong].reduce((sum, member) => sum + QUALITY_WEIGHTS[member], 0);
  return { score: 100 - lost, missing, wrong };
}

const FORMS: Readonly<Record<QualityMember, (product: ProductData) => boolean>> = {
  nameZh: ({ nameZh }) => /\p{Script=Han}/u.test(nameZh),
  nameEn: ({ nameEn }) => /[A-Za-z]/.test(nameEn),
  brand: () => true,
  netContent: ({ netContent }) => /^\d+(?:\.\d+)?\s*(?:×\s*\d+(?:\.\d+)?\s*)?\p{L}{1,10}$/u.test(netContent),
  gpc: ({ gpc }) => /^\d{8}$/.test(gpc),
  hs: ({ hs }) => /^\d{6}(?:\d{2}){0,2}$/.test(hs),
  markets: ({ markets }) => markets.every((market) => /^[A-Z]{2,8}$/.test(market)),
  imageUrl: ({ imageUrl }) => isSafeTarget(imageUrl) && imageUrl.startsWith("https://"),
};
