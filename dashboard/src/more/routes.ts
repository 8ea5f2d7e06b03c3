import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const moreRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/more",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./MorePage"), "MorePage"),
  }),
] as const;
