import { infiniteQueryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** The keys of programs, the newest first; those that were revoked, too. */
export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ["api-keys"],
  queryFn: ({ pageParam, signal }) =>
    answered(api.GET("/api/v1/api-keys", { params: { query: pageParam === null ? {} : { cursor: pageParam } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
