import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const settingRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/settings",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./SettingsPage"), "SettingsPage"),
  }),
] as const;
