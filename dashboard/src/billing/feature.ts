import { BookOpen, FileText, Receipt, Users } from "lucide-react";
import { answered, api } from "../api/client";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [
    { path: "/drivers", area: "money", order: 30, text: "billing:drivers", icon: Users, needs: "driver.read" },
    { path: "/bills", area: "money", order: 40, text: "billing:bills", icon: Receipt, needs: "bill.read" },
    { path: "/invoices", area: "money", order: 50, text: "billing:invoices", icon: FileText, needs: "invoice.read" },
    { path: "/ledger", area: "money", order: 60, text: "billing:ledger", icon: BookOpen, needs: "ledger.read" },
  ],
  live: [
    { kind: "bill.", stale: () => [["bills"], ["accounts"], ["ledger"]] },
    { kind: "invoice.", stale: () => [["invoices"], ["bills"]] },
  ],
  search: [
    {
      text: "billing:drivers",
      needs: "driver.read",
      order: 40,
      find: async (query, signal) => {
        const { items } = await answered(api.GET("/api/v1/drivers", { params: { query: { q: query, limit: 5 } }, signal }));
        return items.map(({ id, name, email }) => ({ id: String(id), title: name, ...(email !== null && { more: email }), to: `/drivers/${id}` }));
      },
    },
  ],
};
