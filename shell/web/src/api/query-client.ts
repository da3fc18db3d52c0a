import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem-error.ts";

/** One store of answers for the whole page. A refusal is final; only a lost connection is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => count < 2 && isLost(error), refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: "always" },
  },
});

function isLost(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 0 || error.status === 503);
}
