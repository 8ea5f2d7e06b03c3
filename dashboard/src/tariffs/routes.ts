import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const tariffRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/tariffs",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./TariffsPage"), "TariffsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/tariffs/$id",
    component: lazyRouteComponent(() => import("./TariffPage"), "TariffPage"),
  }),
] as const;
