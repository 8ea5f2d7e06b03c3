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
