import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const serverRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/server",
    component: lazyRouteComponent(() => import("./ServerPage"), "ServerPage"),
  }),
] as const;
