import { Page } from "../../../components/Page.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { toPage } from "../../../paths.ts";
import { ScanField } from "./ScanField.tsx";
import "../determination.css";
import "./sample.css";

/** Nothing but the field for the scanner, ready to take a code. */
export function ScanSamplePage() {
  const text = useText(samplesText);
  return (
    <Page
      title={text("scan.title")}
      lead={text("scan.lead")}
      crumbs={[{ label: text("samples.title"), to: toPage("samples") }]}
    >
      <section className="panel scan-alone">
        <ScanField focusOnOpen />
      </section>
    </Page>
  );
}
