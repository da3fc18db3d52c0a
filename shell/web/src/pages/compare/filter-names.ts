/** What a comparison is narrowed by, as it stands in the address. */
export const COMPARE_FILTERS = ["product", "markets", "on", "claims", "from", "to"] as const;
export type CompareFilterName = (typeof COMPARE_FILTERS)[number];
