import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Narrow } from "../ui/Select";
import { Status, type Standing } from "../ui/Status";
import type { Column } from "../ui/table";
import { useSearchState } from "../ui/useSearchState";
import { alertsQuery } from "./queries";

/** OCPP's severities: 0 to 2 are dangers and failures, up to 5 errors, behind them warnings and notices. */
function standingOf(alert: Model<"StationAlert">): Standing {
  if (alert.endedAt !== undefined) {
    return "good";
  }
  const severity = alert.severity ?? 5;
  return severity <= 4 ? "bad" : severity <= 6 ? "warn" : "info";
}

const nameOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "name" in value && typeof value.name === "string" ? value.name : "";

/** What stations say is wrong with them. */
export function AlertsPage() {
  const { t } = useTranslation("events");
  const [search, change] = useSearchState();
  const open = search["open"] ?? "true";
  const alerts = useInfiniteQuery(alertsQuery(open === "all" ? undefined : open));
  const may = useMay();
  const [closing, setClosing] = useState<Model<"StationAlert">>();
  const columns: Column<Model<"StationAlert">>[] = [
    {
      id: "severity",
      title: t("severity"),
      width: "11rem",
      cell: (alert) => <Status standing={standingOf(alert)}>{t(`severities.${String(alert.severity ?? "unknown")}`)}</Status>,
    },
    {
      id: "station",
      title: t("station"),
      cell: ({ station }) => (
        <Link to="/stations/$station" params={{ station }} className="font-medium hover:underline">
          {station}
        </Link>
      ),
    },
    { id: "what", title: t("what"), cell: ({ component, variable, value }) => `${nameOf(component)} / ${nameOf(variable)}: ${value}` },
    { id: "since", title: t("since"), from: "md", cell: ({ raisedAt }) => <Ago at={raisedAt} /> },
    { id: "ended", title: t("ended"), from: "lg", cell: ({ endedAt }) => (endedAt === undefined ? t("open") : <Ago at={endedAt} />) },
    {
      id: "close",
      title: "",
      width: "7rem",
      isNumber: true,
      cell: (alert) =>
        alert.endedAt === undefined &&
        may("station-alert.close") && (
          <Button className="!px-2.5 !py-1" onClick={() => { setClosing(alert); }}>
            {t("closeAlert")}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t("alerts")} about={t("alertsAbout")} isWide>
      <div className="flex flex-wrap gap-2">
        <Narrow
          label={t("which")}
          value={open}
          onPick={(value) => {
            change({ open: value });
          }}
          choices={[
            { value: "true", text: t("openOnes") },
            { value: "false", text: t("endedOnes") },
            { value: "all", text: t("all") },
          ]}
        />
      </div>
      <List
        label={t("alerts")}
        of={alerts}
        columns={columns}
        rowKey={({ id }) => String(id)}
        nothing={
          <Nothing icon={BellOff} title={t("noAlert")}>
            {t("noAlertMore")}
          </Nothing>
        }
      />
      {closing && (
        <CloseAlert
          alert={closing}
          onClose={() => {
            setClosing(undefined);
          }}
        />
      )}
    </Page>
  );
}

/** Whoever closes one says why: it stands in the audit log. */
function CloseAlert({ alert, onClose }: { alert: Model<"StationAlert">; onClose: () => void }) {
  const { t } = useTranslation("events");
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: (reason: string) =>
      answered(api.POST("/api/v1/station-alerts/{id}/close", { params: { path: { id: alert.id } }, body: { reason } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["alerts"] });
      onClose();
    },
  });
  return (
    <Dialog title={t("closeAlert")} onClose={onClose}>
      <Form
        error={close.error}
        fields={["reason"]}
        onSend={(value) => {
          close.mutate(value("reason"));
        }}
        buttons={<Buttons action={t("closeAlert")} isRunning={close.isPending} onCancel={onClose} />}
      >
        <Field name="reason" label={t("why")} required maxLength={200} />
      </Form>
    </Dialog>
  );
}
