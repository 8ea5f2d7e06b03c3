import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const tokenRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/tokens",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./TokensPage"), "TokensPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/tokens/unknown",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./UnknownTokensPage"), "UnknownTokensPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/tokens/$id",
    component: lazyRouteComponent(() => import("./TokenPage"), "TokenPage"),
  }),
] as const;
