import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listQuery } from "../api/list";
import type { SearchState } from "../ui/useSearchState";

export const paymentsQuery = ({ state, gateway, mode, subject }: SearchState) =>
  listQuery(["payments", "list", state ?? "", gateway ?? "", mode ?? "", subject ?? ""], (cursor, signal) =>
    answered(
      api.GET("/api/v1/payments", {
        params: {
          query: {
            limit: 100,
            ...(state !== undefined && { state }),
            ...(gateway !== undefined && { gateway }),
            ...(mode !== undefined && { mode }),
            ...(subject !== undefined && { subject }),
            ...(cursor !== undefined && { cursor }),
          },
        },
        signal,
      }),
    ),
  );

export const paymentQuery = (id: number) =>
  queryOptions({
    queryKey: ["payments", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/payments/{id}", { params: { path: { id } }, signal })),
  });

export const gatewaysQuery = listQuery(["payments", "gateways"], (cursor, signal) =>
  answered(api.GET("/api/v1/payment-gateways", { params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
);
