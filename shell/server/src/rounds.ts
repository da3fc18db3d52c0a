/** Work that goes on until it is stopped. */
export type Rounds = { stop(): Promise<void> };

/**
 * Does the work again and again, one round at a time: a round that takes longer than the interval is not overtaken, and
 * what goes wrong in one does not end the next. An idle timer does not keep the platform from stopping.
 */
export function startRounds(work: () => Promise<unknown>, everyMs: number, complain: (error: unknown) => void): Rounds {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work()
      .catch(complain)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
