import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const firmwareRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/firmware",
    component: lazyRouteComponent(() => import("./CampaignsPage"), "CampaignsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/firmware/$campaign",
    component: lazyRouteComponent(() => import("./CampaignPage"), "CampaignPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/firmware",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./StationFirmwarePage"), "StationFirmwarePage"),
  }),
] as const;
