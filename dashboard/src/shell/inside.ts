import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { isSignInNeeded } from "../api/errors";
import { meQuery } from "../signin/me";
import { searchFor } from "../signin/way";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

export const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

/** What is behind the sign-in, so that no stranger sees the frame of a page before they are sent away. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ context, location }): Promise<void> => {
    try {
      await context.client.query({ ...meQuery, staleTime: "static" });
    } catch (error) {
      if (isSignInNeeded(error)) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is how the router is told
        throw redirect({ to: "/sign-in", search: searchFor(location.href) });
      }
      // A server that is away is shown as that by the page.
    }
  },
});
