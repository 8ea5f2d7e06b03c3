import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How everything stands; its days are those of whoever looks. */
export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/overview", { params: { query: { zone } }, signal })),
  refetchInterval: 30_000, // the power of a session that tells nothing any more falls out of the sum
});

/** Where the stations are, of those that say so. */
export const placesQuery = queryOptions({
  queryKey: ["stations", "locations"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/station-places", { signal })),
});

/** What has happened lately, the newest first. */
export const latestEventsQuery = listQuery(["events", "latest"], (cursor, signal) =>
  answered(
    api.GET("/api/v1/events", {
      params: { query: { limit: 30, from: new Date(Date.now() - 3_600_000).toISOString(), ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  ),
);
