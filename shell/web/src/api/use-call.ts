import type { RouteContract } from "@quanheng/contract/route.ts";
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type Answer, call, type Request } from "./client.ts";
import type { ProblemError } from "./problem-error.ts";

type Reading = {
  /** False while something the call needs is missing. */
  readonly enabled?: boolean;
  /** Ask again after so many milliseconds, for pages that are watched. */
  readonly everyMs?: number;
  /** Keep showing the former answer while a changed question is under way. */
  readonly keep?: boolean;
};

/** The answer of a route, kept and shared between pages; asked again when it may have changed. */
export function useCall<const Route extends RouteContract>(
  route: Route,
  request: Request<Route>,
  { enabled = true, everyMs, keep }: Reading = {},
): UseQueryResult<Answer<Route>, ProblemError> {
  return useQuery<Answer<Route>, ProblemError>({
    queryKey: keyOf(route, request),
    queryFn: ({ signal }) => call(route, request, signal),
    enabled,
    ...(everyMs ? { refetchInterval: everyMs } : {}),
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** Sends a change. Afterwards everything on screen is asked again, unless `silent` (a preview changes nothing). */
export function useSend<const Route extends RouteContract>(
  route: Route,
  { silent = false, onDone }: { readonly silent?: boolean; readonly onDone?: (answer: Answer<Route>) => void } = {},
): UseMutationResult<Answer<Route>, ProblemError, Request<Route>> {
  const client = useQueryClient();
  return useMutation<Answer<Route>, ProblemError, Request<Route>>({
    mutationFn: (request) => call(route, request),
    onSuccess: (answer) => {
      if (!silent) void client.invalidateQueries();
      onDone?.(answer);
    },
    // A stale page learns what changed: what it shows is asked again while its own entries stay.
    onError: (error) => {
      if (error.status === 409) void client.invalidateQueries();
    },
  });
}

/** A list that grows page by page. */
export type Paged<Item> = {
  readonly items: readonly Item[] | undefined;
  readonly error: ProblemError | null;
  readonly pending: boolean;
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
  readonly again: () => void;
};

type PageRoute = RouteContract & { readonly response: { readonly _zod: { readonly output: Page<unknown> } } };
type Page<Item> = { items: Item[]; next: string | null };
type ItemOf<Route extends PageRoute> = Answer<Route> extends Page<infer Item> ? Item : never;

/** Reads a route that answers `{ items, next }`. */
export function usePages<const Route extends PageRoute>(
  route: Route,
  request: Request<Route>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): Paged<ItemOf<Route>> {
  const { query, ...rest } = request as { query?: Record<string, unknown> };
  const pages = useInfiniteQuery<
    Page<ItemOf<Route>>,
    ProblemError,
    { pages: Page<ItemOf<Route>>[] },
    unknown[],
    string
  >({
    queryKey: [...keyOf(route, request), "pages"],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...rest, query: { ...query, ...(pageParam ? { after: pageParam } : {}) } };
      return (await call(route, asked as unknown as Request<Route>, signal)) as Page<ItemOf<Route>>;
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  return {
    items: pages.data?.pages.flatMap((page) => page.items),
    error: pages.error,
    pending: pages.isPending,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
    loadingMore: pages.isFetchingNextPage,
    again: () => void pages.refetch(),
  };
}

/** The key under which an answer is kept. */
export function keyOf(route: RouteContract, request: unknown): unknown[] {
  return [route.method, route.path, request];
}
