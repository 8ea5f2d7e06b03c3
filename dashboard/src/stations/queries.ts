import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";
import type { StationRow } from "./row";

/** What of the address narrows the list down, in the server's words. */
export function filterOf(search: SearchState): Record<string, string> {
  const { q, connected, status, stationGroup, sort } = search;
  return Object.fromEntries(
    Object.entries({ q, connected, status, stationGroup, sort }).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== ""),
  );
}

/** The stations that a filter lets through. */
export const stationsQuery = (filter: Record<string, string>) =>
  listQuery<StationRow>(["stations", "list", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/stations", { params: { query: { ...filter, limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

export const stationQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "one", station],
    queryFn: async ({ signal }): Promise<StationRow> => answered(api.GET("/api/v1/stations/{station}", { params: { path: { station } }, signal })),
  });

/** How it has to prove who it is, and how it last did. */
export const securityQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "security", station],
    queryFn: async ({ signal }) => answered(api.GET("/api/v1/stations/{station}/security", { params: { path: { station } }, signal })),
  });

/** Its connections, the newest first. */
export const connectionsQuery = (station: string) =>
  listQuery(["stations", "connections", station], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/connections", {
        params: { path: { station }, query: { limit: 500, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

/** The one that it has, or had last. */
export const lastConnectionQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "connections", station, "last"],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations/{station}/connections", { params: { path: { station }, query: { limit: 1 } }, signal }))).items[0] ?? null,
  });

export const connectorsQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "connectors", station, "all"],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations/{station}/connectors", { params: { path: { station }, query: { limit: 500 } }, signal }))).items,
  });

export const blocksQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "blocks", station],
    queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/stations/{station}/blocks", { params: { path: { station } }, signal }))).items,
  });

/** Those that go on at it. */
export const openSessionsQuery = (station: string) =>
  queryOptions({
    queryKey: ["sessions", "open", station, "all"],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/sessions", { params: { query: { station, state: "open", limit: 100 } }, signal }))).items,
  });

/** The latest ones that have ended. */
export const recentSessionsQuery = (station: string) =>
  queryOptions({
    queryKey: ["sessions", "recent", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/sessions", { params: { query: { station, state: "ended", limit: 8 } }, signal }))).items,
  });

export const openAlertsQuery = (station: string) =>
  queryOptions({
    queryKey: ["station-alerts", "open", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations/{station}/alerts", { params: { path: { station }, query: { open: true, limit: 20 } }, signal }))).items,
  });

/** Refused handshakes in the name of a station, among the latest ones of all. */
export const attemptsQuery = (station: string) =>
  queryOptions({
    queryKey: ["connection-attempts", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/connection-attempts", { params: { query: { limit: 500 } }, signal }))).items.filter(
        ({ identity }) => identity?.toLowerCase() === station.toLowerCase(),
      ),
    refetchInterval: 15_000, // no event tells of one
  });

/** It needs the permission `station-group.read`. */
export const stationGroupsQuery = queryOptions({
  queryKey: ["station-groups", "choice"],
  queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/station-groups", { params: { query: { limit: 500 } }, signal }))).items,
  staleTime: 60_000,
});

/** Tokens whose value or note has a text in it. It needs the permission `token.read`. */
export const tokensQuery = (text: string) =>
  queryOptions({
    queryKey: ["tokens", "choice", text],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/tokens", { params: { query: { limit: 20, ...(text !== "" && { q: text }) } }, signal }))).items,
    staleTime: 30_000,
  });
