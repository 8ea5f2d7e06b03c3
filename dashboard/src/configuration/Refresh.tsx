import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Button } from "../ui/Button";
import { notify } from "../ui/notices";
import { notifyFailure } from "../verbs/notifyFailure";
import { verdictOf } from "../verbs/verdict";
import { isReportOver, reportQuery } from "./queries";

/** Asks the station for all that it is set to, and shows how far it has told. */
export function Refresh({ station }: { station: string }) {
  const { t } = useTranslation("configuration");
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/stations/{station}/configuration/refresh", { params: { path: { station } }, body: {} })),
    onSuccess: async ({ commands }) => {
      commands.map(verdictOf).forEach(({ standing, key, status, more }) => {
        if (standing !== "good") {
          notify(standing, t(`verbs:verdict.${key}`, { status }), more);
        }
      });
      await client.invalidateQueries({ queryKey: ["configuration", station] });
    },
    onError: notifyFailure,
  });
  const request = asking.data?.reports.at(-1);
  const report = useQuery({ ...reportQuery(station, request?.id ?? 0), enabled: request !== undefined }).data;
  const isTelling = request !== undefined && !isReportOver(report?.status ?? request.status);
  useEffect(() => {
    if (request !== undefined && !isTelling) {
      void client.invalidateQueries({ queryKey: ["configuration", station, "values"] });
    }
  }, [client, station, request, isTelling]);
  return (
    <span className="flex items-center gap-3">
      <Button
        disabled={asking.isPending || isTelling}
        onClick={() => {
          asking.mutate();
        }}
      >
        <RefreshCw className={`size-4 ${asking.isPending || isTelling ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
        {t("refresh")}
      </Button>
      <span role="status" className="text-sm text-muted">
        {isTelling && t("reading", { pages: report?.pages ?? 0 })}
      </span>
    </span>
  );
}
