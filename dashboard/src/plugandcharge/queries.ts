import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";

/** What stations ask about certificates, as OCPP calls it. */
export const actions = ["Authorize", "Get15118EVCertificate", "GetCertificateStatus", "GetCertificateChainStatus"] as const;

export const requestsQuery = ({ action, station }: SearchState) =>
  listQuery(["contracts", "requests", action ?? "", station ?? ""], (cursor, signal) =>
    answered(
      api.GET("/api/v1/certificate-requests", {
        params: {
          query: {
            limit: 100,
            ...(action !== undefined && { action }),
            ...(station !== undefined && { station }),
            ...(cursor !== undefined && { cursor }),
          },
        },
        signal,
      }),
    ),
  );

export const rootsQuery = queryOptions({
  queryKey: ["contracts", "roots"],
  // the most that there may be
  queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/contract-roots", { params: { query: { limit: 200 } }, signal }))).items,
});

export const poolQuery = queryOptions({
  queryKey: ["contracts", "pool"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/contract-pool", { signal })),
});

export const leniencyQuery = queryOptions({
  queryKey: ["contracts", "leniency"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/contract-leniency", { signal })),
});
