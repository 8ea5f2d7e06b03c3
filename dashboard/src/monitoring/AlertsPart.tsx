import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { RowMenu } from "../ui/RowMenu";
import { Narrow, TextArea } from "../ui/Select";
import { Status } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { alertsQuery } from "./queries";
import { Severity } from "./Severity";
import { watched } from "./words";

const shown = { "": true, ended: false, all: undefined } as const;

/** What is wrong at a station, and what was. */
export function AlertsPart({ station }: { station: string }) {
  const { t } = useTranslation("monitoring");
  const format = useFormat();
  const may = useMay();
  const [search, change] = useSearchState();
  const [closing, setClosing] = useState<Model<"StationAlert">>();
  const which = search.alerts === "ended" || search.alerts === "all" ? search.alerts : "";
  return (
    <>
      <div className="flex">
        <Narrow
          label={t("verbs:state")}
          value={which}
          choices={[
            { value: "", text: t("openOnes") },
            { value: "ended", text: t("ended") },
            { value: "all", text: t("verbs:all") },
          ]}
          onPick={(alerts) => {
            change({ alerts });
          }}
        />
      </div>
      <List
        of={useInfiniteQuery(alertsQuery(station, shown[which]))}
        label={t("part.alerts")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "severity", title: t("severityTitle"), width: "10rem", cell: ({ severity }) => <Severity value={severity} /> },
          {
            id: "what",
            title: t("what"),
            width: "1.5fr",
            cell: ({ component, variable }) => <span title={watched(component, variable)}>{watched(component, variable)}</span>,
          },
          { id: "value", title: t("value"), from: "sm", cell: ({ value }) => value },
          { id: "events", title: t("part.events"), from: "md", cell: ({ events }) => t("times", { count: events }) },
          {
            id: "state",
            title: t("verbs:state"),
            from: "sm",
            cell: ({ endedAt, endedBy }) => (
              <span title={endedAt === undefined ? undefined : `${format.moment(endedAt)} ${endedBy ?? ""}`}>
                <Status standing={endedAt === undefined ? "warn" : "idle"}>{endedAt === undefined ? t("open") : t("over")}</Status>
              </span>
            ),
          },
          { id: "at", title: t("raised"), width: "6.5rem", from: "sm", cell: ({ raisedAt }) => <Ago at={raisedAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (alert) =>
              may("station-alert.close") &&
              alert.endedAt === undefined && (
                <RowMenu label={t("verbs:more", { what: watched(alert.component, alert.variable) })}>
                  <MenuItem
                    onPick={() => {
                      setClosing(alert);
                    }}
                  >
                    {t("close")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={CircleCheck} title={t("noAlerts")}>
            {t("noAlertsMore")}
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
    </>
  );
}

function CloseAlert({ alert, onClose }: { alert: Model<"StationAlert">; onClose: () => void }) {
  const { t } = useTranslation("monitoring");
  const client = useQueryClient();
  const closing = useMutation({
    mutationFn: (reason: string) => answered(api.POST("/api/v1/station-alerts/{id}/close", { params: { path: { id: alert.id } }, body: { reason } })),
    onSuccess: async () => {
      notify("good", t("closed"));
      onClose();
      await client.invalidateQueries({ queryKey: ["monitoring", alert.station] });
    },
  });
  return (
    <Dialog title={watched(alert.component, alert.variable)} onClose={onClose}>
      <Form
        error={closing.error}
        fields={["reason"]}
        onSend={(value) => {
          closing.mutate(value("reason").trim());
        }}
        buttons={<Buttons action={t("close")} isRunning={closing.isPending} onCancel={onClose} />}
      >
        <TextArea name="reason" label={t("closeReason")} rows={3} required autoFocus maxLength={500} />
      </Form>
    </Dialog>
  );
}
