import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const eventRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/events",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./EventsPage"), "EventsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/alerts",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./AlertsPage"), "AlertsPage"),
  }),
] as const;
