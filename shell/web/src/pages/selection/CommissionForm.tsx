import { listProducts } from "@quanheng/contract/routes/library.ts";
import { Button } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { useCall } from "../../api/use-call.ts";
import { isConflict } from "../../components/ConflictDialog.tsx";
import { DraftNote } from "../../components/DraftNote.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import type { DraftState } from "../../components/use-draft.ts";
import { useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { today } from "../library/today.ts";
import { DatesStep } from "./form/DatesStep.tsx";
import { LiveAnswer } from "./form/LiveAnswer.tsx";
import { LotStep } from "./form/LotStep.tsx";
import { MarketsStep } from "./form/MarketsStep.tsx";
import { ProductStep } from "./form/ProductStep.tsx";
import type { StepProps } from "./form/step.ts";
import { useLiveAnswer } from "./form/use-live-answer.ts";
import { type FormProblems, type FormValue, problemsOf, STEPS, type Step } from "./form-value.ts";
import "./selection.css";
import "./form/form.css";

/** The questions of a commission in order, with what applies answered beside them while they are filled in. */
export function CommissionForm({
  draft,
  busy,
  error,
  action,
  send,
  children,
}: {
  readonly draft: DraftState<FormValue>;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly action: string;
  readonly send: (form: FormValue) => void;
  readonly children?: ReactNode;
}) {
  const text = useText(selectionText);
  const products = useCall(listProducts, {});
  const live = useLiveAnswer(draft.value);
  const [tried, setTried] = useState(false);
  const problems = problemsOf(draft.value, today());
  const count = Object.keys(problems).length;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (count === 0) send(draft.value);
    else focusFirstWrong(event.currentTarget);
  };

  return (
    <Stateful of={products}>
      {({ items }) => {
        const step: StepProps = {
          form: draft.value,
          change: (next) => draft.change((former) => ({ ...former, ...next })),
          problem: (name) => (tried ? problems[name] : undefined),
          products: items,
          answer: live.data,
        };
        return (
          <form className="ask" onSubmit={submit} noValidate>
            <div className="ask-steps">
              <DraftNote draft={draft} />
              <Section step="product" at={1} problems={problems}>
                <ProductStep {...step} />
              </Section>
              <Section step="lot" at={2} problems={problems}>
                <LotStep {...step} />
              </Section>
              <Section step="markets" at={3} problems={problems}>
                <MarketsStep {...step} />
              </Section>
              <Section step="dates" at={4} problems={problems}>
                <DatesStep {...step} />
              </Section>
            </div>
            <aside className="ask-answer" aria-label={text("live.title")}>
              <LiveAnswer form={draft.value} live={live} />
              {!isConflict(error) && <ProblemAlert error={error} />}
              {tried && count > 0 && (
                <p className="field-problem" role="alert">
                  {text("form.problems", { count })}
                </p>
              )}
              <Button type="primary" size="large" block htmlType="submit" loading={busy}>
                {action}
              </Button>
              <p className="quiet ask-private">{text("form.private")}</p>
              {children}
            </aside>
          </form>
        );
      }}
    </Stateful>
  );
}

function Section({
  step,
  at,
  problems,
  children,
}: {
  readonly step: Step;
  readonly at: number;
  readonly problems: FormProblems;
  readonly children: ReactNode;
}) {
  const text = useText(selectionText);
  const done = STEPS[step].every((name) => problems[name] === undefined);
  return (
    <section className={done ? "panel ask-step is-done" : "panel ask-step"} aria-labelledby={`step-${step}`}>
      <h2 id={`step-${step}`}>
        <span className="ask-number" aria-hidden="true">
          {done ? "✓" : at}
        </span>
        {text(`step.${step}`)}
        <span className="visually-hidden">, {text(done ? "step.done" : "step.open")}</span>
      </h2>
      {children}
    </section>
  );
}

/** Leads to the first entry at fault, once it says so. */
function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() =>
    form.querySelector<HTMLElement>('[aria-invalid="true"], .is-wrong input, .is-wrong button')?.focus(),
  );
}
