import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";

const path = (station: string) => ({ path: { station } });
const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor !== undefined && { cursor }) });

export type Unit = Model<"CompositeSchedule">["unit"];

/** What is looked at: where, how far ahead, and in which unit. */
export interface View {
  evse: number;
  seconds: number;
  unit: Unit;
}

export const profilesQuery = (station: string, { standing, purpose }: SearchState) =>
  listQuery(["smart-charging", station, "profiles", standing ?? "", purpose ?? ""], (cursor, signal) =>
    answered(
      api.GET("/api/v1/stations/{station}/charging-profiles", {
        params: {
          ...path(station),
          query: { ...paged(cursor), ...(standing !== "all" && { standing: true }), ...(purpose !== undefined && { purpose }) },
        },
        signal,
      }),
    ),
  );

export const scheduleQuery = (station: string, { evse, seconds, unit }: View) =>
  queryOptions({
    queryKey: ["smart-charging", station, "schedule", evse, seconds, unit],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/v1/stations/{station}/composite-schedule", { params: { ...path(station), query: { evse, seconds, unit } }, signal }),
      ),
  });

export const limitsQuery = (station: string) =>
  listQuery(["smart-charging", station, "limits"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/charging-limits", { params: { ...path(station), query: paged(cursor) }, signal })),
  );

export const needsQuery = (station: string) =>
  listQuery(["smart-charging", station, "needs"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/charging-needs", { params: { ...path(station), query: paged(cursor) }, signal })),
  );

export const priorityQuery = (station: string) =>
  listQuery(["smart-charging", station, "priority"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/priority-charging", { params: { ...path(station), query: paged(cursor) }, signal })),
  );

export const settingsQuery = (station: string) =>
  queryOptions({
    queryKey: ["smart-charging", station, "settings"],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/stations/{station}/smart-charging", { params: path(station), signal })),
  });
