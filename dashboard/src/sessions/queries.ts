import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { sessionFilter, totalFilter } from "./filters";

export const sessionsQuery = (filter: ReturnType<typeof sessionFilter>) =>
  listQuery(["sessions", "list", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/sessions", { params: { query: { ...filter, limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

/** Rows of months; there are few, so all are asked for. */
export const totalsQuery = (filter: NonNullable<ReturnType<typeof totalFilter>>) =>
  queryOptions({
    queryKey: ["sessions", "totals", filter],
    queryFn: async ({ signal }) => {
      const rows: Model<"SessionTotal">[] = [];
      let cursor: string | undefined;
      do {
        const page: Model<"SessionTotalPage"> = await answered(
          api.GET("/api/v1/sessions/totals", { params: { query: { ...filter, by: "month", ...(cursor !== undefined && { cursor }) } }, signal }),
        );
        rows.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return rows;
    },
  });

const path = (id: number) => ({ path: { id } });

export const sessionQuery = (id: number) =>
  queryOptions({
    queryKey: ["sessions", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/sessions/{id}", { params: path(id), signal })),
  });

export const evidenceQuery = (id: number) =>
  listQuery(["sessions", "evidence", id], (cursor, signal) =>
    answered(api.GET("/api/v1/sessions/{id}/evidence", { params: { ...path(id), query: { limit: 500, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

/** So many readings are drawn; what is older comes as quarters of an hour. */
const READINGS = 500;

/** What the meter has shown, upwards in time: quarters of an hour of long ago, and single readings. */
export const meteringQuery = (id: number) =>
  queryOptions({
    queryKey: ["sessions", "metering", id],
    queryFn: async ({ signal }) => {
      const [readings, rollups] = await Promise.all([
        answered(api.GET("/api/v1/sessions/{id}/readings", { params: { ...path(id), query: { limit: READINGS } }, signal })),
        answered(api.GET("/api/v1/meter-rollups", { params: { query: { session: id, limit: READINGS } }, signal })),
      ]);
      const byTime = <Row>(rows: Row[], at: (row: Row) => string) => [...rows].sort((one, other) => Date.parse(at(one)) - Date.parse(at(other)));
      return {
        readings: byTime(readings.items, ({ sampledAt }) => sampledAt),
        rollups: byTime(rollups.items, ({ from }) => from),
      };
    },
  });

export const costQuery = (id: number) =>
  queryOptions({
    queryKey: ["sessions", "cost", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/sessions/{id}/tariff", { params: path(id), signal })),
  });
