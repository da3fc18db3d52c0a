import { getTrust } from "@quanheng/contract/routes/attestation.ts";
import { TILE_WIDTH, tilePath } from "@quanheng/formats/log/tile.ts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { send } from "../../api/client.ts";
import type { ProblemError } from "../../api/problem-error.ts";
import { useCall } from "../../api/use-call.ts";
import { InstantText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, Stateful } from "../../components/Stateful.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { toPage } from "../../paths.ts";
import { type Checkpointed, readCheckpoint } from "./read-checkpoint.ts";
import { SaveTrust } from "./Sources.tsx";
import { Fact } from "./StatementFacts.tsx";
import "./verify.css";
import "./log.css";

/** Where the log is read by anyone. @source C2SP tlog-tiles v1.0.0, "Read path" */
const CHECKPOINT = "/log/checkpoint";

/** The state of the transparency log, checked in the browser, and how to check it without us. */
export function TransparencyLogPage() {
  const text = useText(attestationText);
  const trusted = useCall(getTrust, {});
  const signed = useQuery<string, ProblemError>({
    queryKey: ["GET", CHECKPOINT],
    queryFn: async ({ signal }) => (await send("GET", CHECKPOINT, undefined, signal)).text(),
  });
  const crumbs = [{ label: text("verify.title"), to: toPage("verify") }];
  const { origin } = globalThis.location;
  const read = signed.data === undefined ? null : readCheckpoint(signed.data, trusted.data);

  return (
    <Page title={text("log.title")} lead={text("log.lead")} crumbs={crumbs}>
      {signed.error?.status === 404 ? (
        <Empty text={text("log.empty")} />
      ) : (
        <Stateful of={signed}>{(note) => <Checkpoint note={note} read={read} />}</Stateful>
      )}
      <section className="panel">
        <h2>{text("log.how")}</h2>
        <ol className="log-how">
          <Step text={text("log.how.1")}>{`curl ${origin}${CHECKPOINT}`}</Step>
          <Step text={text("log.how.2")}>{`curl ${newestTiles(read?.size ?? 0)
            .map((path) => `${origin}/log/${path}`)
            .join(" ")}`}</Step>
          <Step
            text={text("log.how.3")}
          >{`npx quanheng log check --url ${origin} --trust quanheng-trust.json --seen checkpoint.txt`}</Step>
          <li>{text("log.how.4")}</li>
        </ol>
        <SaveTrust />
      </section>
    </Page>
  );
}

/** The bundle of the newest entries and the tile of their hashes. */
function newestTiles(size: number): string[] {
  const tile = Math.max(0, Math.ceil(size / TILE_WIDTH) - 1);
  const width = Math.max(1, size - tile * TILE_WIDTH);
  return (["entries", 0] as const).map((level) => tilePath({ level, tile, width }));
}

function Step({ text, children }: { readonly text: string; readonly children: string }) {
  return (
    <li>
      {text} <code>{children}</code>
    </li>
  );
}

function Checkpoint({ note, read }: { readonly note: string; readonly read: Checkpointed | null }): ReactNode {
  const text = useText(attestationText);
  return (
    <section className="panel">
      <h2>{text("log.checkpoint")}</h2>
      {read === null ? (
        <p>{text("log.unreadable")}</p>
      ) : (
        <dl className="statement-facts">
          <Fact name={text("log.size")}>
            <strong className="log-size">{read.size}</strong>
          </Fact>
          <Fact name={text("log.signature")}>
            <span className={`log-signature is-${read.signature}`}>{text(`log.signature.${read.signature}`)}</span>
          </Fact>
          <Fact name={text("log.origin")}>{read.origin}</Fact>
          <Fact name={text("log.root")}>
            <code>{read.root}</code>
          </Fact>
          <Fact name={text("log.witnesses")}>
            {read.witnesses.length === 0
              ? text("log.witnesses.none")
              : read.witnesses.map(({ name, at }) => (
                  <div key={name}>
                    {name} <InstantText at={at} />
                  </div>
                ))}
          </Fact>
        </dl>
      )}
      <details>
        <summary>{text("log.text")}</summary>
        <pre className="log-note">{note}</pre>
      </details>
    </section>
  );
}
