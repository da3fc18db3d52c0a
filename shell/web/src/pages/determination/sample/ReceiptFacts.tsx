import { conditionNames } from "@quanheng/contract/messages/terms.ts";
import { getFile } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import type { ReactNode } from "react";
import { hrefOf } from "../../../api/client.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { Facts } from "../Facts.tsx";

/** The arrival as it was recorded. */
export function ReceiptFacts({ sample, action }: { readonly sample: SampleView; readonly action: ReactNode }) {
  const text = useText(samplesText);
  const { own } = useLanguage();
  const { receipt, number } = sample;
  if (!receipt) return null;
  return (
    <section className="panel stack">
      <h2>{text("receipt.title")}</h2>
      <Facts
        items={[
          [text("receipt.condition"), <strong key="condition">{conditionNames[receipt.condition][own]}</strong>],
          [text("receipt.quantity"), `${receipt.quantity} ${receipt.unit}`],
          [text("sample.received"), <InstantText key="at" at={receipt.receivedAt} />],
          [text("receipt.by"), receipt.receivedBy[own]],
          [text("receipt.temperature"), receipt.temperatureC && `${receipt.temperatureC} °C`],
          [text("receipt.remarks"), receipt.remarks],
        ]}
      />
      {receipt.photoFileId && (
        <img
          className="sample-photo"
          src={hrefOf(getFile, { params: { id: receipt.photoFileId } })}
          alt={text("receipt.photo.alt", { number })}
        />
      )}
      <p>{action}</p>
    </section>
  );
}
