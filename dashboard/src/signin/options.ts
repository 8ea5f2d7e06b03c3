import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** How one can sign in beside with a password. Anybody may ask. @param failed the word of what failed at the identity provider */
export const optionsQuery = (failed: string | undefined) =>
  queryOptions({
    queryKey: ["sign-in-options", failed],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/v1/sign-in/options", { signal, params: { query: failed === undefined ? {} : { failed } } })),
  });
