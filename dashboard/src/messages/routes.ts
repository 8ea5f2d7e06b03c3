import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const messageRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/messages",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./TracePage"), "TracePage"),
  }),
] as const;
