import { Activity } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  live: [{ kind: "server.", stale: () => [["server", "tls"]] }],
  navigation: [{ path: "/server", area: "system", order: 10, text: "server:navigation", icon: Activity }],
};
