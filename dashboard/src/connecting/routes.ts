import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const connectingRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/connect",
    component: lazyRouteComponent(() => import("./ConnectPage"), "ConnectPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/connection-attempts",
    component: lazyRouteComponent(() => import("./AttemptsPage"), "AttemptsPage"),
  }),
] as const;
