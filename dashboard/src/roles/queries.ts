import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** All that a role may hold. */
export const permissionsQuery = queryOptions({
  queryKey: ["roles", "permissions"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/roles/permissions", { signal })),
  staleTime: Infinity,
});
