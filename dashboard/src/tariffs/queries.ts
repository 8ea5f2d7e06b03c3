import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";

export const tariffsQuery = (q?: string, archived?: boolean) =>
  listQuery(["tariffs", "list", q, archived], (cursor, signal) =>
    answered(
      api.GET("/api/v1/tariffs", {
        params: { query: { limit: 100, ...(q && { q }), ...(archived !== undefined && { archived }), ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

export const tariffQuery = (id: number) =>
  queryOptions({
    queryKey: ["tariffs", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/tariffs/{id}", { params: { path: { id } }, signal })),
  });

export const versionsQuery = (id: number) =>
  listQuery(["tariffs", "versions", id], (cursor, signal) =>
    answered(api.GET("/api/v1/tariffs/{id}/versions", { params: { path: { id }, query: { limit: 50, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

export const assignmentsQuery = (tariff: number | undefined, ended: boolean) =>
  listQuery(["tariffs", "assignments", tariff, ended], (cursor, signal) =>
    answered(
      api.GET("/api/v1/tariff-assignments", {
        params: { query: { limit: 100, ended, ...(tariff !== undefined && { tariff }), ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );

export interface Wanted {
  station: string;
  evse?: number;
  token?: string;
  at?: string;
}

export const applicableQuery = (query: Wanted) =>
  queryOptions({
    queryKey: ["tariffs", "applicable", query],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/tariffs/applicable", { params: { query }, signal })),
  });

export const previewQuery = (body: Model<"TariffPreviewing">) =>
  queryOptions({
    queryKey: ["tariffs", "preview", body],
    queryFn: ({ signal }) => answered(api.POST("/api/v1/tariffs/preview", { body, signal })),
    placeholderData: (before) => before,
    retry: false,
  });

export const sessionCostQuery = (id: number, isOpen: boolean) =>
  queryOptions({
    queryKey: ["tariffs", "cost", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/sessions/{id}/cost", { params: { path: { id } }, signal })),
    ...(isOpen && { refetchInterval: 30_000 }),
  });
