import { createRootRoute, createRoute, createRouter, type RouterHistory } from "@tanstack/react-router";
import { ServerPage } from "./server/ServerPage";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** All pages; the navigation's entries are in shell/pages.ts. */
const routes = root.addChildren([createRoute({ getParentRoute: () => root, path: "/", component: ServerPage })]);

/** @param history where it takes its address from; left out, the browser's */
export function pagesRouter(history?: RouterHistory) {
  return createRouter({ routeTree: routes, ...(history && { history }) });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof pagesRouter>;
  }
}
