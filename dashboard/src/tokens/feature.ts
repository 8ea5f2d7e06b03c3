import { CreditCard } from "lucide-react";
import { answered, api } from "../api/client";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/tokens", area: "access", order: 10, text: "tokens:navigation", icon: CreditCard, needs: "token.read" }],
  live: [{ kind: "token.", stale: () => [["tokens"]] }],
  search: [
    {
      text: "tokens:navigation",
      needs: "token.read",
      order: 30,
      find: async (query, signal) => {
        const { items } = await answered(api.GET("/api/v1/tokens", { params: { query: { q: query, limit: 5 } }, signal }));
        return items.map(({ id, value, note, group }) => ({
          id: String(id),
          title: value,
          ...((note ?? group) !== null && { more: note ?? group ?? "" }),
          to: `/tokens/${id}`,
        }));
      },
    },
  ],
};
