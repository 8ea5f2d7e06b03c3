import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, type RouterHistory } from "@tanstack/react-router";
import { accountRoutes } from "./account/routes";
import { authorityRoutes } from "./authority/routes";
import { billingRoutes } from "./billing/routes";
import { certificateRoutes } from "./certificates/routes";
import { commandRoutes } from "./commands/routes";
import { configurationRoutes } from "./configuration/routes";
import { connectingRoutes } from "./connecting/routes";
import { diagnosisRoutes } from "./diagnosis/routes";
import { doctorRoutes } from "./doctor/routes";
import { displayMessageRoutes } from "./displaymessages/routes";
import { eventRoutes } from "./events/routes";
import { fileRoutes } from "./files/routes";
import { firmwareRoutes } from "./firmware/routes";
import { keyRoutes } from "./keys/routes";
import { localListRoutes } from "./locallist/routes";
import { messageRoutes } from "./messages/routes";
import { monitoringRoutes } from "./monitoring/routes";
import { moreRoutes } from "./more/routes";
import { overviewRoutes } from "./overview/routes";
import { paymentRoutes } from "./payments/routes";
import { plugAndChargeRoutes } from "./plugandcharge/routes";
import { reservationRoutes } from "./reservations/routes";
import { serverRoutes } from "./server/routes";
import { sessionRoutes } from "./sessions/routes";
import { auditRoutes } from "./audit/routes";
import { groupRoutes } from "./groups/routes";
import { roleRoutes } from "./roles/routes";
import { settingRoutes } from "./settings/routes";
import { tenantRoutes } from "./tenants/routes";
import { inside, root } from "./shell/inside";
import { NotFound } from "./shell/NotFound";
import { doorRoutes } from "./signin/routes";
import { smartChargingRoutes } from "./smartcharging/routes";
import { stationRoutes } from "./stations/routes";
import { tariffRoutes } from "./tariffs/routes";
import { tokenRoutes } from "./tokens/routes";
import { userRoutes } from "./users/routes";

/** All pages: a line for each folder. What else a folder brings to the frame is in its feature.ts. */
const routes = root.addChildren([
  ...doorRoutes,
  inside.addChildren([
    ...accountRoutes,
    ...authorityRoutes,
    ...billingRoutes,
    ...certificateRoutes,
    ...commandRoutes,
    ...configurationRoutes,
    ...connectingRoutes,
    ...diagnosisRoutes,
    ...doctorRoutes,
    ...displayMessageRoutes,
    ...eventRoutes,
    ...fileRoutes,
    ...firmwareRoutes,
    ...keyRoutes,
    ...localListRoutes,
    ...messageRoutes,
    ...monitoringRoutes,
    ...moreRoutes,
    ...overviewRoutes,
    ...paymentRoutes,
    ...plugAndChargeRoutes,
    ...reservationRoutes,
    ...serverRoutes,
    ...sessionRoutes,
    ...smartChargingRoutes,
    ...stationRoutes,
    ...tariffRoutes,
    ...tokenRoutes,
    ...auditRoutes,
    ...groupRoutes,
    ...roleRoutes,
    ...settingRoutes,
    ...tenantRoutes,
    ...userRoutes,
    createRoute({ getParentRoute: () => inside, path: "/$", component: NotFound }),
  ]),
]);

/** @param history where it takes its address from; left out, the browser's */
export function pagesRouter(client: QueryClient, history?: RouterHistory) {
  return createRouter({ routeTree: routes, context: { client }, defaultPreload: "intent", ...(history && { history }) });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof pagesRouter>;
  }
}
