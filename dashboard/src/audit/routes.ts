import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const auditRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/audit",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./AuditPage"), "AuditPage"),
  }),
] as const;
