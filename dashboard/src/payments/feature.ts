import { CreditCard } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/payments", area: "operate", order: 80, text: "payments:navigation", icon: CreditCard, needs: "payment.read" }],
  live: [{ kind: "payment.", stale: () => [["payments"]] }],
};
