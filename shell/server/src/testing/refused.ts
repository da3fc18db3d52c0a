import { Refusal } from "@quanheng/kernel/refusal.ts";

/** The refusal a promise ends in; anything else, success included, fails the test. */
export async function refused(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("a refusal was expected, but it was done");
}
