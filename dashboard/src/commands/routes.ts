import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const commandRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/commands",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./CommandsPage"), "CommandsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/commands/bulk",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./BulkCommandsPage"), "BulkCommandsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/commands",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./StationCommandsPage"), "StationCommandsPage"),
  }),
] as const;
