import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const plugAndChargeRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/plug-and-charge",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./PlugAndChargePage"), "PlugAndChargePage"),
  }),
] as const;
