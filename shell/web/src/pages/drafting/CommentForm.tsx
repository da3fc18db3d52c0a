import { addDraftComment } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";

const WHOLE = "*";
const SHORTEST = 5;

/** How somebody says something to a limit, a clause or the whole standard. */
export function CommentForm({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const [about, setAbout] = useState<string>(WHOLE);
  const [clause, setClause] = useState("");
  const [body, write] = useState("");
  const [named, name] = useState(true);
  const send = useSend(addDraftComment, { onDone: () => write("") });
  const limit = of.limits.find(({ id }) => id === about);
  const submit = () =>
    send.mutate({
      params: { id: of.id },
      body: { clause: limit?.texts.clause ?? clause.trim(), limitId: limit?.id ?? null, body: body.trim(), named },
    });
  return (
    <section className="panel stack" aria-labelledby="draft-comment">
      <h3 id="draft-comment">{text("comments.write")}</h3>
      <div className="filters">
        <SelectField
          label={text("comments.about")}
          value={about}
          onChange={setAbout}
          choices={[
            { value: WHOLE, label: text("comments.whole") },
            ...of.limits.map(({ id, texts, characteristicName }) => ({
              value: id,
              label: `${texts.clause ?? ""} ${characteristicName[own]}`,
            })),
          ]}
        />
        {!limit && <TextField label={text("comments.clause")} maxLength={60} value={clause} onChange={setClause} />}
      </div>
      <TextAreaField label={text("comments.body")} maxLength={4000} value={body} onChange={write} />
      <label className="draft-check">
        <input type="checkbox" checked={named} onChange={(event) => name(event.target.checked)} />
        <span>{text("comments.named")}</span>
      </label>
      {send.error && <ProblemAlert error={send.error} />}
      <ActionButton
        type="primary"
        loading={send.isPending}
        permit={of.mayComment}
        disabled={body.trim().length < SHORTEST || (!limit && clause.trim() === "")}
        onClick={submit}
      >
        {text("comments.send")}
      </ActionButton>
    </section>
  );
}
