import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { Standing } from "../ui/Status";

/** Who does not get in. Nothing tells of them, so it is asked again. */
export const problemsQuery = {
  ...listQuery(["connection-problems"], (cursor, signal) =>
    answered(api.GET("/api/v1/connection-problems", { params: { query: cursor === undefined ? {} : { cursor } }, signal })),
  ),
  refetchInterval: 5_000,
};

/** What to type into a charger. */
export const sheetQuery = (station: string) =>
  queryOptions({
    queryKey: ["stations", "connect", station],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/connect", { params: { path: { station } }, signal })),
  });

/** What is wrong with a station; it changes nothing, so it is asked as any question is. */
export const wrongQuery = (station: string) =>
  queryOptions({
    queryKey: ["station-diagnosis", station],
    queryFn: ({ signal }) => answered(api.POST("/api/v1/stations/{station}/diagnose", { params: { path: { station } }, signal })),
    refetchInterval: 30_000,
  });

export const severityStanding: Record<Model<"StationFinding">["severity"], Standing> = { critical: "bad", warning: "warn", info: "info" };

export const stateLook = { ongoing: "warn", quiet: "quiet", solved: "good" } as const;
