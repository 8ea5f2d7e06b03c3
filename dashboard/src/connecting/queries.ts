import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

/** Who tried to connect and was turned away. Nothing tells of them, so it is asked again. */
export const attemptsQuery = {
  ...listQuery(["connection-attempts"], (cursor, signal) =>
    answered(api.GET("/api/v1/connection-attempts", { params: { query: cursor === undefined ? {} : { cursor } }, signal })),
  ),
  refetchInterval: 5_000,
};

/** As far as the next identity is guessed from them. */
export const someStationsQuery = queryOptions({
  queryKey: ["stations", "identities"],
  queryFn: async ({ signal }) =>
    (await answered(api.GET("/api/v1/stations", { params: { query: { q: "CP-", limit: 200 } }, signal }))).items.map(({ identity }) => identity),
});

export const connectorsQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "connectors", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations/{station}/connectors", { params: { path: { station } }, signal }))).items.filter(
        ({ evse }) => evse > 0,
      ),
  });

/** The one that it charges in; null: none. */
export const openSessionQuery = (station: string) =>
  queryOptions({
    queryKey: ["sessions", "open", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/sessions", { params: { query: { station, state: "open", limit: 1 } }, signal }))).items[0] ?? null,
  });

/** Chargers within the server that run now. */
export const virtualQuery = queryOptions({
  queryKey: ["virtual-stations"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/virtual-stations", { signal })),
});
