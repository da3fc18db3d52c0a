/** Answers that hold as long as their stamp does. */
export type KeptAnswers<Answer> = {
  /** The answer made for this question, if its stamp is still what the database says now; null where one must be made. */
  find(question: string): Promise<Answer | null>;
  keep(question: string, kept: Kept<Answer>): void;
};

/** An answer, whom it is about and the stamp that was read in the same moment. */
export type Kept<Answer> = { readonly id: string; readonly stamp: string; readonly answer: Answer };

type ReadStamps = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Answers kept at most; the one that was asked for longest ago goes first. About 10 kB each. */
const MOST = 2000;

/** Keeps answers and asks for their stamps again with each question, so that a change of state is told at once. */
export function keepAnswers<Answer>(readStamps: ReadStamps, most = MOST): KeptAnswers<Answer> {
  const answers = new Map<string, Kept<Answer>>();
  const stampOf = gathered(readStamps);
  return {
    async find(question) {
      const known = answers.get(question);
      if (!known) return null;
      if ((await stampOf(known.id)) !== known.stamp) return null;
      answers.delete(question);
      answers.set(question, known);
      return known.answer;
    },
    keep(question, kept) {
      answers.delete(question);
      answers.set(question, kept);
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    },
  };
}

/** Puts what is asked while a reading runs into the next one: every reading begins after all the questions it answers. */
export function gathered(read: ReadStamps): (id: string) => Promise<string | undefined> {
  let running: Promise<unknown> = Promise.resolve();
  let next: { readonly ids: Set<string>; readonly read: ReturnType<ReadStamps> } | undefined;
  return async (id) => {
    if (!next) {
      const ids = new Set<string>();
      const answer = running.then(() => {
        next = undefined;
        return read([...ids]);
      });
      next = { ids, read: answer };
      running = answer.catch(() => undefined);
    }
    next.ids.add(id);
    return (await next.read).get(id);
  };
}
