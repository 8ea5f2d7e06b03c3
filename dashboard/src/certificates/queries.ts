import { infiniteQueryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** Not a `listQuery`: its pages tell, too, when the station last listed what it has. */
export const certificatesQuery = (station: string) =>
  infiniteQueryOptions({
    queryKey: ["certificates", station],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/v1/stations/{station}/certificates", {
          params: { path: { station }, query: { limit: 100, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
