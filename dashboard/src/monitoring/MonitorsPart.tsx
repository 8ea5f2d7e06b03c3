import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Activity, Plus, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Narrow } from "../ui/Select";
import { useVerb } from "../verbs/useVerb";
import { monitorsQuery, stateQuery } from "./queries";
import { SetMonitor } from "./SetMonitor";
import { Severity } from "./Severity";
import { useMonitorsAnswer } from "./useMonitorsAnswer";
import { bases, monitorTypes, severities, watched } from "./words";

/** What a station watches, and how much of it it reports. */
export function MonitorsPart({ station }: { station: string }) {
  const { t } = useTranslation("monitoring");
  const may = useMay();
  const [isSetting, setSetting] = useState(false);
  const params = { path: { station } };
  const asking = useVerb(() => answered(api.POST("/api/v1/stations/{station}/monitors/refresh", { params, body: {} })), [["monitoring", station]]);
  const clearing = useMonitorsAnswer(station, (id: number) =>
    answered(api.DELETE("/api/v1/stations/{station}/monitors/{id}", { params: { path: { station, id } } })),
  );
  const mayWrite = may("monitor.write");
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {mayWrite && (
          <>
            <Button
              look="primary"
              onClick={() => {
                setSetting(true);
              }}
            >
              <Plus className="size-4" aria-hidden="true" />
              {t("add")}
            </Button>
            <Button
              disabled={asking.isPending}
              onClick={() => {
                asking.mutate();
              }}
            >
              <RefreshCw className={`size-4 ${asking.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
              {t("verbs:ask")}
            </Button>
          </>
        )}
        <Choices station={station} mayWrite={mayWrite} />
      </div>
      <List
        of={useInfiniteQuery(monitorsQuery(station))}
        label={t("part.monitors")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "what",
            title: t("what"),
            width: "1.4fr",
            cell: ({ component, variable }) => <span title={watched(component, variable)}>{watched(component, variable)}</span>,
          },
          {
            id: "type",
            title: t("typeTitle"),
            width: "1.2fr",
            cell: ({ type, value }) => (
              <span title={type}>
                {monitorTypes.some((each) => each === type) ? t(`type.${type}`) : type} {value}
              </span>
            ),
          },
          { id: "severity", title: t("severityTitle"), width: "9rem", from: "sm", cell: ({ severity }) => <Severity value={severity} /> },
          { id: "transaction", title: t("onlyTransaction"), from: "lg", cell: ({ transaction }) => t(transaction ? "verbs:yes" : "verbs:no") },
          { id: "custom", title: t("custom"), from: "lg", cell: ({ custom, kind }) => <span title={kind}>{t(custom ? "verbs:yes" : "verbs:no")}</span> },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "md", cell: ({ knownAt }) => <Ago at={knownAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: ({ id }) =>
              mayWrite && (
                <RowMenu label={t("verbs:more", { what: id })}>
                  <MenuItem
                    isDanger
                    onPick={() => {
                      clearing.mutate(id);
                    }}
                  >
                    {t("clear")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={Activity} title={t("noMonitors")}>
            {t("noMonitorsMore")}
          </Nothing>
        }
      />
      {isSetting && (
        <SetMonitor
          station={station}
          onClose={() => {
            setSetting(false);
          }}
        />
      )}
    </>
  );
}

/** Which set of monitors the station has, and how grave an event must be; each is told it at once. */
function Choices({ station, mayWrite }: { station: string; mayWrite: boolean }) {
  const { t } = useTranslation("monitoring");
  const state = useQuery(stateQuery(station)).data;
  const [asked, setAsked] = useState<Model<"MonitoringBase">["base"]>();
  const params = { path: { station } };
  const stale = [["monitoring", station]];
  const basing = useVerb(
    (base: Model<"MonitoringBase">["base"]) => answered(api.PUT("/api/v1/stations/{station}/monitoring/base", { params, body: { base } })),
    stale,
    true,
  );
  const levelling = useVerb(
    (severity: number) => answered(api.PUT("/api/v1/stations/{station}/monitoring/level", { params, body: { severity } })),
    stale,
  );
  if (state === undefined || !mayWrite) {
    return null;
  }
  const unset = { value: "", text: t("base.none") };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="text-muted">{t("baseTitle")}</span>
      <Narrow
        label={t("baseTitle")}
        value={state.base ?? ""}
        choices={[...(state.base === undefined ? [unset] : []), ...bases.map((each) => ({ value: each, text: t(`base.${each}`) }))]}
        onPick={(picked) => {
          setAsked(bases.find((each) => each === picked));
        }}
      />
      <span className="text-muted">{t("level")}</span>
      <Narrow
        label={t("level")}
        value={state.severity === undefined ? "" : String(state.severity)}
        choices={[
          ...(state.severity === undefined ? [unset] : []),
          ...severities.map((each) => ({ value: String(each), text: `${each} · ${t(`severity.${each}`)}` })),
        ]}
        onPick={(picked) => {
          if (picked !== "") {
            levelling.mutate(Number(picked));
          }
        }}
      />
      {asked && (
        <Confirm
          title={t("baseTitleAsk")}
          action={t("verbs:send")}
          run={() => basing.mutateAsync(asked)}
          onClose={() => {
            setAsked(undefined);
          }}
        >
          {t("baseMore", { base: t(`base.${asked}`) })}
        </Confirm>
      )}
    </div>
  );
}
