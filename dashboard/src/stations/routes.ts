import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const stationRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./StationsPage"), "StationsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station",
    component: lazyRouteComponent(() => import("./OverviewPage"), "OverviewPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/connections",
    component: lazyRouteComponent(() => import("./ConnectionsPage"), "ConnectionsPage"),
  }),
] as const;
