import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const diagnosisRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/why",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./DiagnosisPage"), "DiagnosisPage"),
  }),
] as const;
