import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { notify } from "../ui/notices";
import { verdictOf } from "../verbs/verdict";

/** Sends a profile, and says in the corner whether the station has taken it, and in which form. */
export function useSetProfile(station: string) {
  const client = useQueryClient();
  const { t } = useTranslation("smartcharging");
  return useMutation({
    mutationFn: (body: Model<"ChargingProfileBody">) =>
      answered(api.POST("/api/v1/stations/{station}/charging-profiles", { params: { path: { station } }, body })),
    onSuccess: async ({ accepted, tries }) => {
      const last = tries.at(-1);
      if (accepted) {
        notify("good", last?.change === undefined ? t("taken") : t("takenOther", { change: last.change }));
      } else if (last !== undefined) {
        const { standing, key, status, more } = verdictOf(last.result);
        notify(standing, t(`verbs:verdict.${key}`, { status }), more);
      }
      await client.invalidateQueries({ queryKey: ["smart-charging", station] });
    },
  });
}
