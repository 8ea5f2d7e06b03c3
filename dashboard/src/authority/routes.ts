import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const authorityRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/certificates",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./IssuedPage"), "IssuedPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/certificates/installed",
    component: lazyRouteComponent(() => import("./InstalledPage"), "InstalledPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/certificates/authorities",
    component: lazyRouteComponent(() => import("./AuthoritiesPage"), "AuthoritiesPage"),
  }),
] as const;
