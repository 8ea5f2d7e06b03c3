import { Building2 } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/tenants", area: "access", order: 60, text: "tenants:navigation", icon: Building2, needs: "tenant.read" }],
};
