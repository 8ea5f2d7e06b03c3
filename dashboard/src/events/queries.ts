import { answered, api } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";

/** What has happened, the newest first. @param filter of the address: kind, station */
export const eventsQuery = ({ kind, station }: SearchState) =>
  listQuery(["events", "list", kind, station], (cursor, signal) =>
    answered(
      api.GET("/api/v1/events", {
        params: { query: { limit: 100, ...(kind && { kind }), ...(station && { station }), ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

/** What stations say is wrong with them. @param open `true`, `false`, or all */
export const alertsQuery = (open: string | undefined) =>
  listQuery(["alerts", open], (cursor, signal) =>
    answered(
      api.GET("/api/v1/station-alerts", {
        params: { query: { ...(open && { open: open === "true" }), ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
