import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useCallback, type ComponentProps } from "react";
import { rowsOf } from "../api/list";
import { Failed, Skeleton } from "./Answer";
import { DataTable } from "./DataTable";

interface Page<Row> {
  items: Row[];
  next: string | null;
}

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, "rows" | "onEnd" | "isMore"> & {
  of: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
};

/** A table of what the API lists in pages, or why there is none; the next page comes as one scrolls. */
export function List<Row>({ of, ...table }: Props<Row>) {
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = of;
  const onEnd = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  if (of.data === undefined) {
    return of.isError ? <Failed error={of.error} onAgain={() => void of.refetch()} /> : <Skeleton />;
  }
  return <DataTable {...table} rows={rowsOf(of.data)} isMore={of.hasNextPage} onEnd={onEnd} />;
}
