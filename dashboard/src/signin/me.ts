import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";

/** Who has signed in, and what they may. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/me", { signal })),
  staleTime: 30_000,
  // A server that was away when the page came will be back.
  refetchInterval: (query) => (query.state.data === undefined ? 5000 : false),
});

/** What they may do; nothing, as long as that is not known. */
export function useMay(): (permission: string) => boolean {
  const permissions = useQuery(meQuery).data?.permissions ?? [];
  return (permission) => permissions.includes(permission);
}

/** Whether they may give it to others: nobody can give what they do not have themselves. */
export function mayGive(me: Model<"Me">, role: Model<"Role">): boolean {
  const isWithinGroups =
    me.stationGroups.length === 0 ||
    (role.stationGroups.length > 0 && role.stationGroups.every((group) => me.stationGroups.includes(group)));
  return isWithinGroups && role.permissions.every((permission) => me.permissions.includes(permission));
}
