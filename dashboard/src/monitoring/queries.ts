import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

const of = (station: string, cursor: string | undefined) => ({
  path: { station },
  query: { limit: 100, ...(cursor !== undefined && { cursor }) },
});

/** @param open which ones; undefined: both */
export const alertsQuery = (station: string, open: boolean | undefined) =>
  listQuery(["monitoring", station, "alerts", open ?? null], (cursor, signal) => {
    const { path, query } = of(station, cursor);
    return answered(
      api.GET("/api/v1/stations/{station}/alerts", { params: { path, query: { ...query, ...(open !== undefined && { open }) } }, signal }),
    );
  });

export const monitorsQuery = (station: string) =>
  listQuery(["monitoring", station, "monitors"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/monitors", { params: of(station, cursor), signal })),
  );

export const stateQuery = (station: string) =>
  queryOptions({
    queryKey: ["monitoring", station, "state"],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/monitoring", { params: { path: { station } }, signal })),
  });

export const streamsQuery = (station: string) =>
  listQuery(["monitoring", station, "streams"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/event-streams", { params: of(station, cursor), signal })),
  );

export const eventsQuery = (station: string) =>
  listQuery(["monitoring", station, "events"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/events", { params: of(station, cursor), signal })),
  );
