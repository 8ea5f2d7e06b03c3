import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const keyRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/api-keys",
    component: lazyRouteComponent(() => import("./ApiKeysPage"), "ApiKeysPage"),
  }),
] as const;
