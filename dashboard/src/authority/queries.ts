import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";

const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor !== undefined && { cursor }) });

/** Those that were issued, of one state and one station. */
export const issuedQuery = (state: string | undefined, station: string | undefined) =>
  listQuery(["authority", "issued", state, station], (cursor, signal) =>
    answered(
      api.GET("/api/v1/certificates", {
        params: { query: { ...paged(cursor), ...(state !== undefined && { state }), ...(station !== undefined && { station }) } },
        signal,
      }),
    ),
  );

export const certificateQuery = (id: number) =>
  queryOptions({
    queryKey: ["authority", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/certificates/{id}", { params: { path: { id } }, signal })),
  });

export const installedQuery = listQuery(["authority", "installed"], (cursor, signal) =>
  answered(api.GET("/api/v1/installed-certificates", { params: { query: paged(cursor) }, signal })),
);

export const authoritiesQuery = listQuery(["authority", "authorities"], (cursor, signal) =>
  answered(api.GET("/api/v1/authorities", { params: { query: paged(cursor) }, signal })),
);

export const groupsQuery = queryOptions({
  queryKey: ["authority", "groups"],
  queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/station-groups", { params: { query: { limit: 200 } }, signal }))).items,
});

export type Issued = Model<"IssuedCertificate">;
