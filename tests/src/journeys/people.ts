/** Who takes part in the sugar journey: people of the demonstration cluster. */
export const people = {
  mill: "per-weixiaolan",
  analyst: "per-moxiaoyan",
  reviewer: "per-luwenjing",
  signatory: "per-nongxiuying",
  operator: "per-mengjia",
  regulator: "per-luozheng",
  customs: "per-suhai",
} as const;
