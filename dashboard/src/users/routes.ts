import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const userRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/users",
    component: lazyRouteComponent(() => import("./UsersPage"), "UsersPage"),
  }),
] as const;
