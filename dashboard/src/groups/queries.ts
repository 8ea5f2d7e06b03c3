import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

export const groupsQuery = (q?: string) =>
  listQuery(["groups", "list", q], (cursor, signal) =>
    answered(api.GET("/api/v1/station-groups", { params: { query: { limit: 200, ...(q && { q }), ...(cursor !== undefined && { cursor }) } }, signal })),
  );

export const membersQuery = (id: number) =>
  listQuery(["groups", "members", id], (cursor, signal) =>
    answered(api.GET("/api/v1/station-groups/{id}/stations", { params: { path: { id }, query: { limit: 200, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

export const groupQuery = (id: number) =>
  queryOptions({
    queryKey: ["groups", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/station-groups/{id}", { params: { path: { id } }, signal })),
  });

/** What partners and operators have taken out of use at its stations. */
export const blocksQuery = (stationGroup: number) =>
  listQuery(["groups", "blocks", stationGroup], (cursor, signal) =>
    answered(api.GET("/api/v1/connector-blocks", { params: { query: { stationGroup, limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
  );
