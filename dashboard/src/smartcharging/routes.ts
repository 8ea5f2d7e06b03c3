import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const smartChargingRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/charging",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./SmartChargingPage"), "SmartChargingPage"),
  }),
] as const;
