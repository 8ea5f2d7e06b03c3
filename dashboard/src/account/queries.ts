import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** Where one is signed in. */
export const signInsQuery = queryOptions({
  queryKey: ["me", "sign-ins"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/me/sign-ins", { signal })),
});
