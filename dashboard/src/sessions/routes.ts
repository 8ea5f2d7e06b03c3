import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const sessionRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/sessions",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./SessionsPage"), "SessionsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/sessions/$id",
    component: lazyRouteComponent(() => import("./SessionPage"), "SessionPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/sessions",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./StationSessionsPage"), "StationSessionsPage"),
  }),
] as const;
