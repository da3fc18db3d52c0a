import { getItemFacts } from "@quanheng/contract/routes/determination.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../../api/use-call.ts";
import { Note } from "../../../components/ProblemAlert.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { itemFactsText } from "../../../i18n/item-facts.ts";
import { to } from "../../../paths.ts";

/** Where facts of the item are still wanted, with the way to state them. */
export function OpenFacts({ commissionId }: { readonly commissionId: `com-${string}` }) {
  const text = useText(itemFactsText);
  const facts = useCall(getItemFacts, { params: { id: commissionId } });
  const open = facts.data?.facts.filter(({ value }) => value === null).length ?? 0;
  if (!facts.data || facts.data.facts.length === 0) return null;
  return (
    <Note>
      {open > 0 && <p>{text("open", { count: open })}</p>}
      <Link to={to.itemFacts(commissionId)}>{text(open > 0 ? "open.link" : "short")}</Link>
    </Note>
  );
}
