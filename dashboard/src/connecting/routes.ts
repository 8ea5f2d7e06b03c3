import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const connectingRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/connect",
    component: lazyRouteComponent(() => import("./ConnectPage"), "ConnectPage"),
  }),
] as const;
