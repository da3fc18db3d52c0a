import {
  changeReportDesign,
  changeReportLogo,
  getReportDesign,
  type ReportDesignView,
} from "@quanheng/contract/routes/report-style.ts";
import { contrastOnWhite, LEAST_CONTRAST } from "@quanheng/flow/attestation/report-design.ts";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Page } from "../../components/Page.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { documentText } from "../../i18n/document.ts";
import "./attestation.css";

/** Colour, foot and logo of the own institution's documents. */
export function ReportDesignPage() {
  const text = useText(documentText);
  const design = useCall(getReportDesign, {});
  return (
    <Page title={text("design.title")} lead={text("design.lead")}>
      <Stateful of={design}>{(view) => <Design view={view} />}</Stateful>
    </Page>
  );
}

function Design({ view }: { readonly view: ReportDesignView }) {
  return (
    <div className="stack">
      <Look view={view} />
      <Logo view={view} />
    </div>
  );
}

function Look({ view }: { readonly view: ReportDesignView }) {
  const text = useText(documentText);
  const [accent, setAccent] = useState(view.accent);
  const [footerZh, setZh] = useState(view.footerZh);
  const [footerEn, setEn] = useState(view.footerEn);
  const save = useSend(changeReportDesign, {});
  const contrast = /^#[0-9a-f]{6}$/i.test(accent) ? contrastOnWhite(accent) : null;
  const low = contrast !== null && contrast < LEAST_CONTRAST;
  const told = contrast?.toFixed(2) ?? "";
  return (
    <section className="panel stack">
      <TextField
        label={text("design.accent")}
        hint={text("design.accent.hint")}
        maxLength={7}
        value={accent}
        onChange={setAccent}
        problem={
          contrast === null ? text("design.contrast.wrong") : low && text("design.contrast.low", { contrast: told })
        }
      />
      {contrast !== null && !low && (
        <p className="row">
          <span className="design-sample" style={{ background: accent }} aria-hidden="true" />
          {text("design.contrast", { contrast: told })}
        </p>
      )}
      <TextField label={text("design.footer.zh")} maxLength={120} value={footerZh} onChange={setZh} />
      <TextField label={text("design.footer.en")} maxLength={160} value={footerEn} onChange={setEn} />
      <ProblemAlert error={save.error} />
      <p aria-live="polite" className="quiet">
        {save.isSuccess && text("design.saved")}
      </p>
      <ActionButton
        type="primary"
        loading={save.isPending}
        onClick={() => {
          if (contrast !== null && !low) save.mutate({ body: { accent, footerZh, footerEn, keepLogo: true } });
        }}
      >
        {text("design.save")}
      </ActionButton>
    </section>
  );
}

function Logo({ view }: { readonly view: ReportDesignView }) {
  const text = useText(documentText);
  const put = useSend(changeReportLogo, {});
  const remove = useSend(changeReportDesign, {});
  return (
    <section className="panel stack">
      <h2>{text("design.logo")}</h2>
      {view.logo === null ? (
        <p className="quiet">{text("design.logo.none")}</p>
      ) : (
        <p>
          <img className="design-logo" src={view.logo} alt={text("design.logo.alt")} />
        </p>
      )}
      <FileDrop
        label={text("design.logo.drop")}
        accept="image/png,image/svg+xml"
        maxBytes={256 * 1024}
        onFile={(file) => put.mutate({ file })}
      />
      <ProblemAlert error={put.error ?? remove.error} />
      {view.logo !== null && (
        <ActionButton
          loading={remove.isPending}
          onClick={() => {
            const { accent, footerZh, footerEn } = view;
            remove.mutate({ body: { accent, footerZh, footerEn, keepLogo: false } });
          }}
        >
          {text("design.logo.remove")}
        </ActionButton>
      )}
    </section>
  );
}
