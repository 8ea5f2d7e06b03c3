import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api, done } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Facts } from "../ui/Facts";
import { Status } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { EvseTree } from "./EvseTree";
import { Part } from "./Part";
import { openAlertsQuery, recentSessionsQuery, stationQuery } from "./queries";
import type { StationRow } from "./row";
import { SecurityPart } from "./SecurityPart";
import { StationPage } from "./StationPage";
import { useStation } from "./useStation";

/** A station at a glance: its connectors and what goes on there, what was there, and what is wrong. */
export function OverviewPage() {
  const station = useStation();
  const may = useMay();
  const found = useQuery(stationQuery(station)).data;
  return (
    <StationPage station={station}>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <EvseTree station={station} {...(found && { version: found.ocppVersion })} />
          {may("session.read") && <RecentSessions station={station} />}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {may("station-alert.read") && <OpenAlerts station={station} />}
          {found && found.unsupportedActions.length > 0 && <Unsupported station={found} />}
          {found && <SecurityPart station={found} />}
          {found && <About station={found} />}
        </div>
      </div>
    </StationPage>
  );
}

function RecentSessions({ station }: { station: string }) {
  const { t } = useTranslation("stations");
  const format = useFormat();
  const sessions = useQuery(recentSessionsQuery(station));
  return (
    <Part title={t("recentSessions")}>
      <Answer of={sessions}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="px-4 py-4 text-sm text-muted">{t("noSessions")}</p>
          ) : (
            <ul className="divide-y divide-line/60 text-sm">
              {rows.map(({ id, evse, token, startedAt, endedAt, energyWh, verdict }) => (
                <li key={id} className="grid grid-cols-[4.5rem_minmax(0,1fr)_5.5rem] items-center gap-3 px-4 py-2 md:grid-cols-[4.5rem_minmax(0,1fr)_7rem_7.5rem_5.5rem]">
                  <Link to={`/sessions/${id}`} className="font-medium hover:underline">
                    #{id}
                  </Link>
                  <span className="truncate text-muted">
                    {evse !== null && `${t("evse")} ${evse}`}
                    {token !== null && ` · ${token}`}
                    {verdict === "suspect" && <span className="text-warn">{` · ${t("suspect")}`}</span>}
                  </span>
                  <span className="text-muted max-md:hidden">
                    <Ago at={startedAt} />
                  </span>
                  <span className="text-right whitespace-nowrap text-muted max-md:hidden">
                    {endedAt === null ? format.none : format.duration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)}
                  </span>
                  <span className="text-right">{format.energy(energyWh)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Part>
  );
}

function OpenAlerts({ station }: { station: string }) {
  const { t } = useTranslation("stations");
  const alerts = useQuery(openAlertsQuery(station));
  return (
    <Part title={t("openAlerts")}>
      <Answer of={alerts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="px-4 py-4 text-sm">
              <Status standing="good">{t("noAlerts")}</Status>
            </p>
          ) : (
            <ul className="divide-y divide-line/60 text-sm">
              {rows.map(({ id, severity, component, variable, value, raisedAt }) => (
                <li key={id} className="flex flex-col gap-0.5 px-4 py-2.5">
                  <span className="flex justify-between gap-3">
                    <Status standing={severity !== undefined && severity <= 3 ? "bad" : "warn"}>{`${nameIn(component)} · ${nameIn(variable)}`}</Status>
                    <span className="text-xs text-muted">
                      <Ago at={raisedAt} />
                    </span>
                  </span>
                  <span className="truncate pl-5 text-muted">
                    {severity !== undefined && `${t("severity", { severity })} · `}
                    {value}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Part>
  );
}

/** The name of a component or variable, as the station wrote it. */
function nameIn(value: unknown): string {
  const name = typeof value === "object" && value !== null ? (value as Record<string, unknown>)["name"] : undefined;
  return typeof name === "string" ? name : "?";
}

function Unsupported({ station: { identity, unsupportedActions } }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const forget = useAction(
    (action: string) => done(api.DELETE("/api/v1/stations/{station}/unsupported-actions/{action}", { params: { path: { station: identity, action } } })),
    t("unsupported.forgotten"),
    [["stations"]],
  );
  return (
    <Part title={t("unsupported.title")}>
      <p className="px-4 pt-3 text-xs text-muted">{t("unsupported.more")}</p>
      <ul className="flex flex-wrap gap-1.5 px-4 py-3">
        {unsupportedActions.map((action) => (
          <li key={action} className="inline-flex items-center gap-1 rounded-md bg-raised px-1.5 py-0.5 text-xs">
            {action}
            {may("station.write") && (
              <button
                type="button"
                aria-label={t("unsupported.forget", { action })}
                title={t("unsupported.forget", { action })}
                onClick={() => { forget.mutate(action); }}
                className="rounded text-muted hover:text-ink"
              >
                <X className="size-3" aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function About({ station }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const format = useFormat();
  return (
    <Part title={t("about")}>
      <div className="px-4 py-3">
        <Facts
          of={[
            [t("vendor"), station.vendor],
            [t("model"), station.model],
            [t("serialNumber"), station.serialNumber],
            [t("firmware"), station.firmwareVersion],
            [t("meter"), [station.meterType, station.meterSerialNumber].filter((each) => each !== null).join(" · ")],
            [t("iccid"), station.iccid],
            [t("imsi"), station.imsi],
            [t("lastBoot"), station.lastBootAt === null ? null : format.moment(station.lastBootAt)],
            [t("bootReason"), station.bootReason],
            [t("lastSeen"), station.lastSeenAt === null ? null : <Ago key="seen" at={station.lastSeenAt} />],
            [t("clock"), station.clockOffset === null || Math.abs(station.clockOffset.seconds) < 1 ? null : t("clockOff", { seconds: format.number(station.clockOffset.seconds, 1, 0) })],
            [t("zone"), station.zone],
            [t("heartbeat"), station.heartbeatIntervalSeconds],
            [t("created"), format.moment(station.createdAt)],
          ]}
        />
      </div>
    </Part>
  );
}
