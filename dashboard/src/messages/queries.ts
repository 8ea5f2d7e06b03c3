import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";

/** The trace of a station, the newest first. @param action empty: of all actions */
export const messagesQuery = (station: string, action: string) =>
  listQuery(["messages", station, action], (cursor, signal) =>
    answered(
      api.GET("/api/v1/messages", {
        params: { query: { station, limit: 200, ...(action !== "" && { action }), ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

/** All actions of a version. It needs the permission `catalogue.read`. */
export const allActionsQuery = (version: Model<"OcppVersion">) =>
  queryOptions({
    queryKey: ["actions", version],
    queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/catalogue/{version}", { params: { path: { version } }, signal }))).actions.map(({ action }) => action),
    staleTime: Infinity, // of the server's build
  });
