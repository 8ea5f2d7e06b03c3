import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const tenantRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/tenants",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./TenantsPage"), "TenantsPage"),
  }),
] as const;
