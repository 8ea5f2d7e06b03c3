import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

export const localListQuery = (station: string) =>
  queryOptions({
    queryKey: ["local-list", station, "list"],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/local-list", { params: { path: { station } }, signal })),
  });

export const entriesQuery = (station: string) =>
  listQuery(["local-list", station, "entries"], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/local-list/entries", {
        params: { path: { station }, query: { limit: 200, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
