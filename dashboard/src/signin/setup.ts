import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** Whether the server still waits for its first owner. Anybody may ask. */
export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/setup", { signal })),
  // It is over as soon as there is an owner.
  gcTime: 0,
});
