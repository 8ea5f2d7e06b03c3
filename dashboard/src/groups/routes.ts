import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const groupRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/groups",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./GroupsPage"), "GroupsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/groups/$id",
    component: lazyRouteComponent(() => import("./GroupPage"), "GroupPage"),
  }),
] as const;
