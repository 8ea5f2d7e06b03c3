import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inside } from "../shell/inside";

export const certificateRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/stations/$station/certificates",
    component: lazyRouteComponent(() => import("./CertificatesPage"), "CertificatesPage"),
  }),
] as const;
