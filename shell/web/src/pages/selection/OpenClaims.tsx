import type { RequirementAnswer } from "@quanheng/contract/schemas/selection.ts";
import type { z } from "zod";
import { MarketTag } from "../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { claimKeyName, claimValueName } from "../library/claim-name.ts";

/** What the client has still to state before every requirement is known, with the choices there are. */
export function OpenClaims({ of }: { readonly of: z.output<typeof RequirementAnswer>["openClaims"] }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  return (
    <>
      <p>{text("live.open")}</p>
      <ul>
        {of.map(({ market, key, values }) => (
          <li key={`${market}.${key}`}>
            <MarketTag market={market} /> {claimKeyName(key)[own]} (
            {values.map((value) => claimValueName(value)[own]).join(own === "zh" ? "、" : ", ")})
          </li>
        ))}
      </ul>
    </>
  );
}
