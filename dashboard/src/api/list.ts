import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

interface Page<Row> {
  items: Row[];
  next: string | null;
}

/** A list of the API that comes in pages. Use it with `useInfiniteQuery`, and {@link rowsOf} for its rows. */
export function listQuery<Row>(queryKey: QueryKey, page: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** All rows that have come so far. */
export function rowsOf<Row>(data: { pages: Page<Row>[] } | undefined): Row[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
