import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const doctorRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/connection-problems",
    component: lazyRouteComponent(() => import("./ProblemsPage"), "ProblemsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/wrong",
    component: lazyRouteComponent(() => import("./WrongPage"), "WrongPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/connect",
    component: lazyRouteComponent(() => import("./SheetPage"), "SheetPage"),
  }),
] as const;
