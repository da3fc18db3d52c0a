import { sampleStateNames } from "@quanheng/contract/messages/terms.ts";
import { getSample } from "@quanheng/contract/routes/determination.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCall } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { Page } from "../../../components/Page.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to, toPage } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";
import { useId } from "../../../use-id.ts";
import { Facts } from "../Facts.tsx";
import { ReceiptFacts } from "./ReceiptFacts.tsx";
import { ReceiveForm } from "./ReceiveForm.tsx";
import { SampleLabel } from "./SampleLabel.tsx";
import { SampleWork } from "./SampleWork.tsx";
import { SplitForm } from "./SplitForm.tsx";
import "./sample.css";
import type { SampleDetail } from "./sample-detail.ts";

/** One sample: what it is, its label, its arrival, its parts, and the tests that wait for it. */
export function SamplePage() {
  const text = useText(samplesText);
  const { own } = useLanguage();
  const id = useId("smp");
  const sample = useCall(getSample, { params: { id } });
  return (
    <Page
      title={text("sample.title", { number: sample.data?.number ?? "" })}
      aside={sample.data && <span className="tag">{sampleStateNames[sample.data.state][own]}</span>}
      crumbs={[{ label: text("samples.title"), to: toPage("samples") }]}
    >
      <Stateful of={sample}>{(detail) => <Detail key={detail.id} sample={detail} />}</Stateful>
    </Page>
  );
}

function Detail({ sample }: { readonly sample: SampleDetail }) {
  const text = useText(samplesText);
  const { own } = useLanguage();
  const mayReceive = useMay("sample.receive");
  const seesWork = useMay("task.read");
  const [correcting, setCorrecting] = useState(false);
  const receives = sample.receipt === null || correcting;

  return (
    <div className="columns is-sample">
      <div className="stack">
        {receives && mayReceive && (
          <ReceiveForm sample={sample} correction={correcting} close={() => setCorrecting(false)} />
        )}
        {sample.receipt && !correcting && (
          <ReceiptFacts
            sample={sample}
            action={
              <ActionButton
                onClick={() => setCorrecting(true)}
                reason={mayReceive ? undefined : text("receive.not-yours")}
              >
                {text("receive.correct")}
              </ActionButton>
            }
          />
        )}
        {seesWork && <SampleWork commissionId={sample.commissionId} />}
        {mayReceive && <SplitForm sample={sample} />}
      </div>
      <div className="stack">
        <section className="panel">
          <h2>{text("sample.facts")}</h2>
          <Facts
            items={[
              [text("sample.description"), sample.description[own]],
              [text("sample.lot"), sample.lot],
              [text("sample.quantity"), `${sample.quantity} ${sample.unit}`],
              [
                text("sample.commission"),
                <Link key="commission" to={to.commission(sample.commissionId)}>
                  {sample.commissionNumber}
                </Link>,
              ],
              [text("sample.part-of"), sample.partOf && <SampleLink key="whole" {...sample.partOf} />],
            ]}
          />
        </section>
        <Parts parts={sample.parts} />
        <SampleLabel sample={sample} />
      </div>
    </div>
  );
}

function Parts({ parts }: Pick<SampleDetail, "parts">) {
  const text = useText(samplesText);
  if (parts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text("sample.parts")}</h2>
      <ul className="line-list">
        {parts.map((part) => (
          <li key={part.id}>
            <SampleLink {...part} />
            <span>
              {part.quantity} {part.unit}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SampleLink({ id, number }: { readonly id: string; readonly number: string }) {
  return <Link to={to.sample(id)}>{number}</Link>;
}
