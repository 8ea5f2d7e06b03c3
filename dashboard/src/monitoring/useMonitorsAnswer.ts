import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { notify } from "../ui/notices";
import { notifyFailure } from "../verbs/notifyFailure";
import { verdictOf } from "../verbs/verdict";

/** A command about monitors; what the station said to each of them is said in the corner. */
export function useMonitorsAnswer<Input>(station: string, run: (input: Input) => Promise<Model<"MonitorsAnswered">>, isInForm = false) {
  const { t } = useTranslation("monitoring");
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async ({ monitors, commands }) => {
      const told = monitors.flatMap(({ status, reason, text }) => (status === undefined ? [] : [{ status, more: text ?? reason }]));
      told.forEach(({ status, more }) => {
        notify(status === "Accepted" ? "good" : "warn", t("answer", { status }), more);
      });
      if (told.length === 0) {
        commands.map(verdictOf).forEach(({ standing, key, status, more }) => {
          notify(standing, t(`verbs:verdict.${key}`, { status }), more);
        });
      }
      await client.invalidateQueries({ queryKey: ["monitoring", station] });
    },
    onError: (error) => {
      if (!isInForm) {
        notifyFailure(error);
      }
    },
  });
}
