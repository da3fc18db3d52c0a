import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Tells how far the demonstration is: each step in Chinese and English, with its time. */
export type Progress = {
  /** Runs one step; what it returns is told below its title. */
  step<Outcome>(title: Bilingual, work: (tell: (line: string) => void) => Promise<Outcome>): Promise<Outcome>;
  /** Steps so far with their times. [ms] */
  readonly steps: readonly { readonly title: Bilingual; readonly ms: number }[];
};

export function openProgress(say: (line: string) => void, now: () => number): Progress {
  const steps: { title: Bilingual; ms: number }[] = [];
  return {
    steps,
    async step(title, work) {
      const started = now();
      say(`${String(steps.length + 1).padStart(2)}  ${title.zh}  ${title.en}`);
      const outcome = await work((line) => say(`      ${line}`));
      const ms = now() - started;
      steps.push({ title, ms });
      say(`      ✔ ${(ms / 1000).toFixed(2)} s`);
      return outcome;
    },
  };
}
