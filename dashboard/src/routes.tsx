import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
  type RouterHistory,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AccountPage } from "./account/AccountPage";
import { isSignInNeeded } from "./api/errors";
import { ApiKeysPage } from "./keys/ApiKeysPage";
import { ServerPage } from "./server/ServerPage";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";
import { meQuery } from "./signin/me";
import { PasswordPage } from "./signin/PasswordPage";
import { SetupPage } from "./signin/SetupPage";
import { SignInPage } from "./signin/SignInPage";
import { searchFor, wayBack } from "./signin/way";
import { UsersPage } from "./users/UsersPage";

const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

/** What is behind the sign-in, so that no stranger sees the frame of a page before they are sent away. */
const inside = createRoute({
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

interface SignInSearch {
  to?: string;
  failed?: string;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(typeof search["to"] === "string" && { to: search["to"] }),
    ...(typeof search["failed"] === "string" && { failed: search["failed"] }),
  }),
  component: function SignIn(): ReactNode {
    const { to, failed }: SignInSearch = signIn.useSearch();
    return <SignInPage to={wayBack(to)} failed={failed} />;
  },
});

/** All pages; the navigation's entries are in shell/pages.ts. */
const routes = root.addChildren([
  signIn,
  createRoute({ getParentRoute: () => root, path: "/setup", component: SetupPage }),
  createRoute({ getParentRoute: () => root, path: "/password", component: PasswordPage }),
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: "/", component: ServerPage }),
    createRoute({ getParentRoute: () => inside, path: "/users", component: UsersPage }),
    createRoute({ getParentRoute: () => inside, path: "/api-keys", component: ApiKeysPage }),
    createRoute({ getParentRoute: () => inside, path: "/account", component: AccountPage }),
    createRoute({ getParentRoute: () => inside, path: "/$", component: NotFound }),
  ]),
]);

/** @param history where it takes its address from; left out, the browser's */
export function pagesRouter(client: QueryClient, history?: RouterHistory) {
  return createRouter({ routeTree: routes, context: { client }, ...(history && { history }) });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof pagesRouter>;
  }
}
