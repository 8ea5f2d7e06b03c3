import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";
import { searchState } from "../ui/useSearchState";

export const billingRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/drivers",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./DriversPage"), "DriversPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/drivers/$id",
    component: lazyRouteComponent(() => import("./DriverPage"), "DriverPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/companies",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./CompaniesPage"), "CompaniesPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/bills",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./BillsPage"), "BillsPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/invoices",
    validateSearch: searchState,
    component: lazyRouteComponent(() => import("./InvoicesPage"), "InvoicesPage"),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/ledger",
    component: lazyRouteComponent(() => import("./LedgerPage"), "LedgerPage"),
  }),
] as const;
