import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const configurationRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/configuration",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./ConfigurationPage"), "ConfigurationPage"),
  }),
] as const;
