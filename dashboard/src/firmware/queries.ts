import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor !== undefined && { cursor }) });

export const campaignsQuery = listQuery(["firmware", "campaigns"], (cursor, signal) =>
  answered(api.GET("/api/v1/firmware-campaigns", { params: { query: paged(cursor) }, signal })),
);

export const campaignQuery = (id: number) =>
  queryOptions({
    queryKey: ["firmware", "campaigns", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/firmware-campaigns/{id}", { params: { path: { id } }, signal })),
  });

export const campaignStationsQuery = (id: number) =>
  listQuery(["firmware", "campaigns", id, "stations"], (cursor, signal) =>
    answered(api.GET("/api/v1/firmware-campaigns/{id}/stations", { params: { path: { id }, query: paged(cursor) }, signal })),
  );

export const updatesQuery = (station: string) =>
  listQuery(["firmware", "updates", station], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/firmware-updates", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const updateQuery = (id: number) =>
  queryOptions({
    queryKey: ["firmware", "update", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/firmware-updates/{id}", { params: { path: { id } }, signal })),
  });

export const logsQuery = (station: string) =>
  listQuery(["firmware", "logs", station], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/logs", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const logQuery = (id: number) =>
  queryOptions({
    queryKey: ["firmware", "log", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/logs/{id}", { params: { path: { id } }, signal })),
  });

export const publicationsQuery = (station: string) =>
  listQuery(["firmware", "publications", station], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/firmware-publications", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const groupsQuery = queryOptions({
  queryKey: ["firmware", "groups"],
  queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/station-groups", { params: { query: { limit: 200 } }, signal }))).items,
});

/** The identities of all stations that match. */
export async function stationsLike(q: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; q?: string; cursor?: string } = { limit: 500, ...(q !== "" && { q }), ...(cursor !== null && { cursor }) };
    const page = await answered(api.GET("/api/v1/stations", { params: { query } }));
    found.push(...page.items.map(({ identity }) => identity));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}
