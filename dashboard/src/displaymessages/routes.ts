import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const displayMessageRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/display",
    component: lazyRouteComponent(() => import("./DisplayMessagesPage"), "DisplayMessagesPage"),
  }),
] as const;
