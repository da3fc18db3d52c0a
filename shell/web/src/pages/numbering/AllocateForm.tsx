import { allocateKeys, getAllocationCertificate } from "@quanheng/contract/routes/numbering.ts";
import { type Licence, NUMBERED_KINDS } from "@quanheng/contract/schemas/numbering.ts";
import { type FormEvent, useState } from "react";
import { hrefOf } from "../../api/client.ts";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { wholeNumber } from "./whole-number.ts";

export type Kind = (typeof NUMBERED_KINDS)[number];

/** Prefix and kind, as every form of this page asks for them. */
export function LicenceAndKind({
  licences,
  licence,
  kind,
  onLicence,
  onKind,
}: {
  readonly licences: readonly Licence[];
  readonly licence: string;
  readonly kind: Kind;
  readonly onLicence: (id: string) => void;
  readonly onKind: (kind: Kind) => void;
}) {
  const text = useText(numberingText);
  return (
    <>
      <SelectField
        label={text("prefix")}
        value={licence}
        onChange={onLicence}
        choices={licences.map(({ id, prefix }) => ({ value: id, label: prefix }))}
      />
      <SelectField
        label={text("allocate.kind")}
        value={kind}
        onChange={(value) => onKind(NUMBERED_KINDS.find((each) => each === value) ?? "GTIN")}
        choices={NUMBERED_KINDS.map((value) => ({ value, label: value }))}
      />
    </>
  );
}

/** Hands out the next keys of a kind and shows where their certificate is. */
export function AllocateForm({ licences }: { readonly licences: readonly Licence[] }) {
  const text = useText(numberingText);
  const [licence, setLicence] = useState<string>(licences[0]?.id ?? "");
  const [kind, setKind] = useState<Kind>("GTIN");
  const [count, setCount] = useState("1");
  const [purpose, setPurpose] = useState("");
  const [tried, setTried] = useState(false);
  const send = useSend(allocateKeys, { onDone: () => setTried(false) });
  const wanted = wholeNumber(count, 1, 1000);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const chosen = licences.find(({ id }) => id === licence);
    if (wanted === undefined || purpose.trim() === "" || !chosen) return;
    send.mutate({ params: { id: chosen.id }, body: { kind, count: wanted, purpose: purpose.trim() } });
  };
  const keys = send.data?.keys ?? [];
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{text("allocate")}</h2>
      <LicenceAndKind licences={licences} licence={licence} kind={kind} onLicence={setLicence} onKind={setKind} />
      <TextField
        label={text("allocate.count")}
        inputMode="numeric"
        value={count}
        onChange={setCount}
        problem={tried && wanted === undefined && text("number.wrong", { from: 1, to: 1000 })}
      />
      <TextField
        label={text("allocate.purpose")}
        maxLength={200}
        value={purpose}
        onChange={setPurpose}
        problem={tried && purpose.trim() === "" && text("needed")}
      />
      <ProblemAlert error={send.error} />
      {send.data && (
        <p role="status">
          {text("allocate.done", {
            count: keys.length,
            first: keys[0]?.value ?? "",
            last: keys.at(-1)?.value ?? "",
          })}{" "}
          <a
            href={hrefOf(getAllocationCertificate, { params: { id: send.data.id } })}
            target="_blank"
            rel="noreferrer"
            className="numbering-link"
          >
            {text("certificate")}
          </a>
        </p>
      )}
      <ActionButton type="primary" htmlType="submit" loading={send.isPending}>
        {text("allocate.send")}
      </ActionButton>
    </form>
  );
}
