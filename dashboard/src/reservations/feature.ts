import { CalendarClock } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/reservations", area: "control", order: 20, text: "reservations:navigation", icon: CalendarClock, needs: "reservation.read" }],
  stationTabs: [{ path: "/stations/$station/reservations", order: 70, text: "reservations:navigation", needs: "reservation.read" }],
  live: [{ kind: "reservation.", stale: () => [["reservations"]] }],
};
