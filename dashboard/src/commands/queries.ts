import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";
import type { Schema } from "./schema";

export type Version = Model<"OcppVersion">;

/** Actions that a server may send to stations of a version. It needs the permission `catalogue.read`. */
export const actionsQuery = (version: Version) =>
  queryOptions({
    queryKey: ["catalogue", version],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/catalogue/{version}", { params: { path: { version } }, signal }))).actions
        .filter(({ direction }) => direction !== "fromStation")
        .map(({ action }) => action),
    staleTime: Infinity, // of the server's build
  });

/** What the payload of an action looks like. */
export const schemaQuery = (version: Version, action: string) =>
  queryOptions({
    queryKey: ["catalogue", version, action],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/catalogue/{version}/{action}", { params: { path: { version, action } }, signal }))).request as Schema,
    staleTime: Infinity,
    enabled: action !== "",
  });

export const outcomes = ["answered", "refused", "timedOut", "connectionLost", "notConnected", "notSupported", "busy", "expired", "cancelled"] as const;
export const states = ["queued", "sent", "ended"] as const;

/** What of the address narrows the list of commands down, in the server's words. */
export function commandFilter({ station, action, actor, state, outcome }: SearchState): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ station, action, actor, state, outcome }).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== ""),
  );
}

export const commandsQuery = (filter: Record<string, string>) =>
  listQuery(["commands", "list", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/commands", { params: { query: { ...filter, limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

export const commandQuery = (id: number) =>
  queryOptions({
    queryKey: ["commands", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/commands/{id}", { params: { path: { id } }, signal })),
  });

export const bulkCommandsQuery = listQuery(["bulk-commands", "list"], (cursor, signal) =>
  answered(api.GET("/api/v1/commands/bulk", { params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
);

export const bulkCommandQuery = (id: number) =>
  queryOptions({
    queryKey: ["bulk-commands", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/commands/bulk/{id}", { params: { path: { id } }, signal })),
  });

/** What became of it at each station, in the order of their turns. */
export const bulkStationsQuery = (id: number) =>
  listQuery(["bulk-commands", "stations", id], (cursor, signal) =>
    answered(
      api.GET("/api/v1/commands/bulk/{id}/stations", { params: { path: { id }, query: { limit: 200, ...(cursor !== undefined && { cursor }) } }, signal }),
    ),
  );
