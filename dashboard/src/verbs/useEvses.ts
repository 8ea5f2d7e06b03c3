import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "../api/client";

const evsesQuery = (station: string) =>
  queryOptions({
    queryKey: ["evses", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations/{station}/connectors", { params: { path: { station }, query: { limit: 500 } }, signal }))).items,
    staleTime: 60_000,
    select: (connectors) => [...new Set(connectors.map(({ evse }) => evse))].filter((evse) => evse > 0).sort((one, other) => one - other),
  });

/** The numbers of a station's EVSEs, as far as they are known. */
export function useEvses(station: string): number[] {
  return useQuery(evsesQuery(station)).data ?? [];
}
