import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";
import { addressIn } from "./address";

const path = (station: string) => ({ path: { station } });

export const valuesQuery = (station: string, { q, pending }: SearchState) =>
  listQuery(["configuration", station, "values", q ?? "", pending ?? ""], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/configuration", {
        params: {
          ...path(station),
          query: { limit: 500, ...(q !== undefined && { q }), ...(pending === "true" && { rebootPending: true }), ...(cursor !== undefined && { cursor }) },
        },
        signal,
      }),
    ),
  );

/** What was set before: of the value whose address the search has, or of all. */
export const historyQuery = (station: string, search: SearchState) => {
  const of = addressIn(search);
  return listQuery(["configuration", station, "history", of], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/configuration/history", {
        params: { ...path(station), query: { ...of, limit: 100, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
};

export const driftQuery = (station: string) =>
  queryOptions({
    queryKey: ["configuration", station, "drift"],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/configuration/drift", { params: path(station), signal })),
  });

export const desiredQuery = (station: string) =>
  queryOptions({
    queryKey: ["configuration", station, "desired"],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/configuration/desired", { params: path(station), signal })),
  });

/** @param other another station, or the time at which it was itself */
export const differencesQuery = (station: string, other: { with: string } | { since: string }) =>
  listQuery(["configuration", station, "diff", other], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/configuration/diff", {
        params: { ...path(station), query: { ...other, limit: 500, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

export const networkQuery = (station: string) =>
  queryOptions({
    queryKey: ["configuration", station, "network"],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/network-profiles", { params: path(station), signal })),
  });

/** Stations whose identity begins so, for those who look for one. */
export const stationsLikeQuery = (q: string) =>
  queryOptions({
    queryKey: ["stations-like", q],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations", { params: { query: { limit: 20, ...(q !== "" && { q }) } }, signal }))).items.map(
        ({ identity }) => identity,
      ),
    staleTime: 30_000,
  });

/** How far a report is that the station was asked for. */
export const reportQuery = (station: string, id: number) =>
  queryOptions({
    queryKey: ["configuration", station, "report-request", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/v1/stations/{station}/report-requests/{id}", { params: { path: { station, id } }, signal })),
    // Its single pages are no events.
    refetchInterval: ({ state }) => (state.data !== undefined && isReportOver(state.data.status) ? false : 1_000),
  });

/** Whether no more pages of it come. */
export function isReportOver(status: string): boolean {
  return !["requested", "accepted", "receiving"].includes(status);
}
