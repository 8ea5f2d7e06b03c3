import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const roleRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/roles",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./RolesPage"), "RolesPage"),
  }),
] as const;
