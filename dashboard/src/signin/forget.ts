import type { QueryClient } from "@tanstack/react-query";
import { setupQuery } from "./setup";

/** Drops what was seen by whoever is not signed in any more. The page for signing in is shown already, and keeps what it asks. */
export function forget(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== setupQuery.queryKey[0] });
  client.getMutationCache().clear();
}
