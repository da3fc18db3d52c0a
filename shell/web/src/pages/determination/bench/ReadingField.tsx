import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { MethodInput } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { type EntryProblem, NumberField } from "../../../components/NumberField.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";

/** One entry of a method that is read once: a figure, a choice, or yes and no. */
export function ReadingField({
  input,
  value,
  problem,
  onChange,
}: {
  readonly input: MethodInput;
  readonly value: string;
  readonly problem: EntryProblem | null;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const label = input.label[own];
  const helpful = useHint(input);
  if (input.kind === "number") {
    return (
      <NumberField
        label={label}
        unit={input.unit}
        hint={helpful}
        value={value}
        problem={problem}
        optional={input.optional ?? false}
        onChange={onChange}
      />
    );
  }
  const choices =
    input.kind === "flag"
      ? [
          { value: "true", label: text("bench.yes") },
          { value: "false", label: text("bench.no") },
        ]
      : (input.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[own] }));
  return (
    <SelectField
      label={label}
      hint={helpful}
      value={value}
      onChange={onChange}
      choices={choices}
      problem={problem && problemSentence(problem.code, problem.facts)[own]}
    />
  );
}

/** What helps at the bench and what is possible. */
function useHint({ hint, range, unit }: MethodInput): string | undefined {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const { min, max } = range ?? {};
  const possible =
    min !== undefined && max !== undefined ? `${text("bench.range", { min, max })} ${unitSymbol(unit)}`.trim() : "";
  return hint ? hint[own] : possible || undefined;
}
