import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const localListRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/local-list",
    component: lazyRouteComponent(() => import("./LocalListPage"), "LocalListPage"),
  }),
] as const;
