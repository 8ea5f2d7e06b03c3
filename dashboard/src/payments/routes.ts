import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const paymentRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/payments",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./PaymentsPage"), "PaymentsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/payments/gateways",
    component: lazyRouteComponent(() => import("./GatewaysPage"), "GatewaysPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/payments/$payment",
    component: lazyRouteComponent(() => import("./PaymentPage"), "PaymentPage"),
  }),
] as const;
