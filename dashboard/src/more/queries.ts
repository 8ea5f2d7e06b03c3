import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";

const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor !== undefined && { cursor }) });

export const startsQuery = (station: string) =>
  listQuery(["more", station, "starts"], (cursor, signal) =>
    answered(api.GET("/api/v1/remote-starts", { params: { query: { station, ...paged(cursor) } }, signal })),
  );

export const resetsQuery = (station: string) =>
  listQuery(["more", station, "resets"], (cursor, signal) =>
    answered(api.GET("/api/v1/resets", { params: { query: { station, ...paged(cursor) } }, signal })),
  );

export const transfersQuery = (station: string) =>
  listQuery(["more", station, "transfers"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/data-transfers", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const customersQuery = (station: string) =>
  listQuery(["more", station, "customers"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/customer-information", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const customerQuery = (station: string, id: number) =>
  queryOptions({
    queryKey: ["more", station, "customers", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/v1/stations/{station}/customer-information/{id}", { params: { path: { station, id } }, signal })),
  });

export const tariffsQuery = (station: string) =>
  listQuery(["more", station, "tariffs"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/tariffs", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const derQuery = (station: string) =>
  listQuery(["more", station, "der"], (cursor, signal) =>
    answered(api.GET("/api/v1/stations/{station}/der-controls", { params: { path: { station }, query: paged(cursor) }, signal })),
  );

export const swapsQuery = (station: string) =>
  listQuery(["more", station, "swaps"], (cursor, signal) =>
    answered(api.GET("/api/v1/battery-swaps", { params: { query: { station, ...paged(cursor) } }, signal })),
  );
