import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";

export const filesQuery = ({ kind, station }: SearchState) =>
  listQuery(["files", kind ?? "", station ?? ""], (cursor, signal) =>
    answered(
      api.GET("/api/v1/files", {
        params: {
          query: {
            limit: 100,
            ...((kind === "firmware" || kind === "log") && { kind }),
            ...(station !== undefined && { station }),
            ...(cursor !== undefined && { cursor }),
          },
        },
        signal,
      }),
    ),
  );

/** The newest images of firmware, to choose of. */
export const imagesQuery = queryOptions({
  queryKey: ["files", "images"],
  queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/files", { params: { query: { kind: "firmware", limit: 200 } }, signal }))).items,
});

/** Where the browser loads a file from. */
export const contentOf = (id: number): string => `/api/v1/files/${id}/content`;
