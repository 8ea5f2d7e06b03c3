import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Results } from "./Results";

interface Props {
  station: string;
  count: number;
  patch: () => Model<"ConfigurationSettingsPatch">;
  onDone: () => void;
}

/** What was edited and not sent; and what the station said to what was. */
export function Changes({ station, count, patch, onDone }: Props) {
  const { t } = useTranslation("configuration");
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => answered(api.PATCH("/api/v1/stations/{station}/configuration", { params: { path: { station } }, body: patch() })),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ["configuration", station] });
    },
  });
  return (
    <>
      {sending.data && count === 0 && (
        <Results
          of={sending.data.results}
          onClose={() => {
            sending.reset();
          }}
        />
      )}
      {count > 0 && (
        <Card className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
          <p className="text-sm">
            <span aria-live="polite">{t("changes", { count })}</span>
            {sending.error && (
              <span role="alert" className="block text-bad">
                {sending.error.message}
              </span>
            )}
          </p>
          <div className="flex gap-2">
            <Button onClick={onDone}>{t("discard")}</Button>
            <Button
              look="primary"
              disabled={sending.isPending}
              onClick={() => {
                sending.mutate();
              }}
            >
              {t("verbs:send")}
            </Button>
          </div>
        </Card>
      )}
    </>
  );
}
