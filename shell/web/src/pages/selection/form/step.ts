import type { listProducts } from "@quanheng/contract/routes/library.ts";
import type { askRequirements } from "@quanheng/contract/routes/selection.ts";
import type { Answer } from "../../../api/client.ts";
import type { FormProblem, FormValue } from "../form-value.ts";

export type Product = Answer<typeof listProducts>["items"][number];

/** What every step of the form gets. */
export type StepProps = {
  readonly form: FormValue;
  readonly change: (next: Partial<FormValue>) => void;
  /** What is wrong with an entry, once the reader tried to send. */
  readonly problem: (name: keyof FormValue) => FormProblem | undefined;
  readonly products: readonly Product[];
  readonly answer: Answer<typeof askRequirements> | undefined;
};
