import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider, type RouterHistory } from "@tanstack/react-router";
import { isSignInNeeded } from "./api/errors";
import { queryDefaults } from "./api/queryDefaults";
import { pagesRouter } from "./routes";
import { forget } from "./signin/forget";
import { isDoor, searchFor } from "./signin/way";

/** All of it: its pages, and what they know of the server. @param history see {@link pagesRouter} */
export function dashboard(history?: RouterHistory) {
  /** A session may end at any time, by its age or by somebody; whatever is refused then leads to the sign-in and back. */
  const onError = (error: Error) => {
    const { pathname, href } = router.latestLocation;
    if (isSignInNeeded(error) && !isDoor(pathname)) {
      void router.navigate({ to: "/sign-in", search: searchFor(href) }).then(() => {
        forget(client);
      });
    }
  };
  const client = new QueryClient({
    defaultOptions: { queries: queryDefaults, mutations: { networkMode: "always" } },
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
  });
  const router = pagesRouter(client, history);
  const element = (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
  return { client, router, element };
}
