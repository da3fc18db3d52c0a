import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { Money } from "../../../components/Money.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { useSession } from "../../../session/use-session.ts";
import { Facts } from "../../library/Facts.tsx";
import { useDays } from "../plans/use-days.ts";

/** What was agreed and frozen; a laboratory sees its own part of the price. */
export function AgreementPanel({ of }: { readonly of: NonNullable<CommissionDetail["agreement"]> }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const days = useDays();
  const { data: session } = useSession();
  const isClient = session?.acting?.partyKind === "enterprise";
  return (
    <section className="panel" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{text("agreement.title")}</h2>
      <Facts
        of={[
          [text(isClient ? "agreement.price" : "agreement.price.own"), <Money key="price" fen={of.costFen} />],
          [text("agreement.days"), days(of.days)],
          [text("agreement.rule"), of.ruleSentence[own]],
          [text("agreement.by"), of.agreedBy[own]],
          [text("agreement.at"), <InstantText key="at" at={of.agreedAt} />],
          [
            text("agreement.sha"),
            <span key="sha" className="two-lines">
              <code className="digest">{of.sha256}</code>
              <small className="quiet">{text("agreement.sha.why")}</small>
            </span>,
          ],
        ]}
      />
    </section>
  );
}
