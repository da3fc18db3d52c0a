import { refuse } from "../../refusals.ts";

/** Refuses whoever recorded something and would verify it too. @throws Refusal `not-independent` */
export function refuseOwn(): never {
  return refuse("not-independent", {
    ...{ part_zh: "录入", part_en: "recording" },
    ...{ activity_zh: "核对", activity_en: "verification" },
  });
}
