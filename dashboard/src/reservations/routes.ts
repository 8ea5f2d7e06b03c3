import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const reservationRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/reservations",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./ReservationsPage"), "ReservationsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/reservations",
    component: lazyRouteComponent(() => import("./StationReservationsPage"), "StationReservationsPage"),
  }),
] as const;
