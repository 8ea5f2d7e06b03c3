import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { notify } from "../ui/notices";
import { notifyFailure } from "./notifyFailure";
import { verdictOf } from "./verdict";

/**
 * Has a command sent to a station, and says in the corner what the station answered.
 *
 * @param stale whose queries are asked again then
 * @param isInForm a form around says what the server refuses
 */
export function useVerb<Input = void>(run: (input: Input) => Promise<Model<"VerbResult">>, stale: QueryKey[] = [], isInForm = false) {
  const client = useQueryClient();
  const { t } = useTranslation("verbs");
  return useMutation({
    mutationFn: run,
    onSuccess: async (result) => {
      const { standing, key, status, more } = verdictOf(result);
      notify(standing, t(`verdict.${key}`, { status }), more);
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (!isInForm) {
        notifyFailure(error);
      }
    },
  });
}
