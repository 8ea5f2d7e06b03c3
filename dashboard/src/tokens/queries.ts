import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";

/** What the list is asked for; what an address has that is no filter is left out. */
export function tokenFilter(search: SearchState): { q?: string; group?: string; blocked?: boolean } {
  const { q, group, blocked } = search;
  return {
    ...(q !== undefined && q !== "" && { q }),
    ...(group !== undefined && group !== "" && { group }),
    ...((blocked === "true" || blocked === "false") && { blocked: blocked === "true" }),
  };
}

export const tokensQuery = (filter: ReturnType<typeof tokenFilter>) =>
  listQuery(["tokens", "list", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/tokens", { params: { query: { ...filter, limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

export const unknownTokensQuery = (station: string | undefined) =>
  listQuery(["tokens", "unknown", station], (cursor, signal) =>
    answered(
      api.GET("/api/v1/tokens/unknown", { params: { query: { ...(station && { station }), limit: 100, ...(cursor !== undefined && { cursor }) } }, signal }),
    ),
  );

export const tokenQuery = (id: number) =>
  queryOptions({
    queryKey: ["tokens", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/tokens/{id}", { params: { path: { id } }, signal })),
  });

/** Tokens of a table. @param dryRun only says what would be */
export const importTokens = (table: string, dryRun: boolean): Promise<Model<"Imported">> =>
  answered(
    api.POST("/api/v1/tokens/import", {
      params: { query: { dryRun } },
      headers: { "Content-Type": "text/csv" },
      body: table as never, // of two types that the operation takes the client knows the other one
      bodySerializer: (body: unknown) => body as string,
    }),
  );
