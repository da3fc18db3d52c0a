import { chooseReportLanguage, getReportLanguage } from "@quanheng/contract/routes/report-style.ts";
import { SECOND_LANGUAGES, type SecondLanguage } from "@quanheng/flow/attestation/report-language.ts";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { Failed } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { documentText } from "../../../i18n/document.ts";
import { useMay } from "../../../session/use-session.ts";

/** Which language stands beside Chinese on the documents; the client chooses while something may still be issued. */
export function ReportLanguage({ commissionId }: { readonly commissionId: `com-${string}` }) {
  const text = useText(documentText);
  const may = useMay("commission.agree");
  const asked = useCall(getReportLanguage, { params: { id: commissionId } });
  const choose = useSend(chooseReportLanguage, {});
  if (asked.error) return <Failed error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { language, mayChoose } = asked.data;
  return (
    <section className="panel stack">
      <h2>{text("language.title")}</h2>
      {may && mayChoose ? (
        <SelectField
          label={text("language.label")}
          hint={text("language.hint")}
          value={language}
          disabled={choose.isPending}
          onChange={(value) =>
            choose.mutate({ params: { id: commissionId }, body: { language: value as SecondLanguage } })
          }
          choices={SECOND_LANGUAGES.map((value) => ({ value, label: text(`language.${value}`) }))}
        />
      ) : (
        <p>{text("language.shown", { language: text(`language.${language}`) })}</p>
      )}
      <ProblemAlert error={choose.error} />
      <p aria-live="polite" className="quiet">
        {choose.isSuccess && text("language.saved")}
      </p>
    </section>
  );
}
