import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const fileRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/files",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./FilesPage"), "FilesPage"),
  }),
] as const;
