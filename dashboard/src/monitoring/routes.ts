import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const monitoringRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/monitoring",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./MonitoringPage"), "MonitoringPage"),
  }),
] as const;
