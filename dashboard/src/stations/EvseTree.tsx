import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Card } from "../ui/Card";
import { Nothing } from "../ui/Nothing";
import { Status } from "../ui/Status";
import { ConnectorActions } from "./ConnectorActions";
import { blockStandings } from "./place";
import { blocksQuery, connectorsQuery, openSessionsQuery } from "./queries";
import { connectorStandings } from "./row";
import { current, useMeters, type Meter } from "./useMeters";

/** Sessions at a connector; one whose connector nobody has told is at the first of its EVSE. */
export function sessionsAt(sessions: Model<"Session">[], { evse, connector }: Model<"Connector">, isFirst: boolean): Model<"Session">[] {
  return sessions.filter((session) => session.evse === evse && (session.connector === null ? isFirst : session.connector === connector));
}

/** The EVSEs of a station with their connectors, how each is, and what goes on there. */
export function EvseTree({ station, version }: { station: string; version?: string | null }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const connectors = useQuery(connectorsQuery(station));
  const sessions = useQuery({ ...openSessionsQuery(station), enabled: may("session.read") }).data ?? [];
  const meters = useMeters(station);
  return (
    <Answer of={connectors}>
      {(rows) => {
        const evses = [...new Set(rows.map(({ evse }) => evse))].filter((evse) => evse > 0);
        const own = rows.find(({ evse }) => evse === 0);
        if (evses.length === 0) {
          return (
            <Nothing icon={PlugZap} title={t("noConnectors")}>
              {t("noConnectorsMore")}
            </Nothing>
          );
        }
        return (
          <Card className="min-w-0 overflow-hidden">
            {own && own.status !== "available" && <ConnectorRow connector={own} station={station} sessions={[]} meters={meters} />}
            {evses.map((evse) => (
              <section key={evse} aria-label={`${t("evse")} ${evse}`} className="border-b border-line last:border-b-0">
                <h2 className="bg-raised px-4 py-1.5 text-xs font-medium text-muted">
                  {version === "1.6" ? `${t("connectorWord")} ${evse}` : `${t("evse")} ${evse}`}
                </h2>
                {rows
                  .filter((row) => row.evse === evse)
                  .map((row, index) => (
                    <ConnectorRow key={row.connector} connector={row} station={station} sessions={sessionsAt(sessions, row, index === 0)} meters={meters} {...(version === "1.6" && { isOnly: true })} />
                  ))}
              </section>
            ))}
          </Card>
        );
      }}
    </Answer>
  );
}

interface RowProps {
  station: string;
  connector: Model<"Connector">;
  sessions: Model<"Session">[];
  meters: ReadonlyMap<number, Meter>;
  /** OCPP 1.6 knows no EVSEs, so its name is enough above. */
  isOnly?: boolean;
}

function ConnectorRow({ station, connector, sessions, meters, isOnly = false }: RowProps) {
  const { t } = useTranslation("stations");
  const { evse, connector: number, status, rawStatus, errorCode, info, receivedAt, lastKnown } = connector;
  return (
    <div className="flex flex-col gap-2 px-4 py-3 text-sm">
      <div className="flex items-start gap-x-3">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-medium" title={rawStatus}>
            <Status standing={connectorStandings[status]}>{t(`connector.${status}`)}</Status>
          </span>
          {!isOnly && <span className="text-muted">{evse === 0 ? t("wholeStation") : `${t("connectorWord")} ${number}`}</span>}
          {errorCode !== null && errorCode !== "NoError" && (
            <span className="text-bad">
              {errorCode}
              {info !== null && ` · ${info}`}
            </span>
          )}
          <span className="text-xs text-muted">
            {lastKnown && `${t("lastKnown")} · `}
            <Ago at={receivedAt} />
          </span>
          {!connector.reportedSinceBoot && !lastKnown && <span className="text-xs text-warn">{t("notReported")}</span>}
        </div>
        <ConnectorActions station={station} connector={connector} session={sessions[0]} />
      </div>
      {connector.block !== null && <Blocked station={station} mark={connector.block} />}
      {sessions.map((session) => (
        <Running key={session.id} session={session} meter={meters.get(session.id)} />
      ))}
    </div>
  );
}

/** Who has blocked it and why, and what the station says to that. */
function Blocked({ station, mark }: { station: string; mark: Model<"BlockMark"> }) {
  const { t } = useTranslation("stations");
  const format = useFormat();
  const result = useQuery(blocksQuery(station)).data?.find(({ evse, connector, liftedAt }) => evse === mark.evse && connector === mark.connector && liftedAt === null)?.result;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 rounded-lg bg-warn-soft px-3 py-1.5">
      <Status standing="blocked">{mark.until === null ? mark.reason : t("block.untilWhen", { reason: mark.reason, until: format.moment(mark.until) })}</Status>
      <span className="text-muted">{mark.blockedBy}</span>
      {result !== undefined && <Status standing={blockStandings[result]}>{t(`block.result.${result}`)}</Status>}
    </p>
  );
}

function Running({ session, meter }: { session: Model<"Session">; meter: Meter | undefined }) {
  const { t } = useTranslation("stations");
  const format = useFormat();
  const { powerW, energyWh, socPercent, currentA } = current(session, meter);
  const phases = Object.entries(currentA).filter((each): each is [string, number] => each[1] !== undefined);
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 rounded-lg bg-busy-soft px-3 py-2">
      <Link to={`/sessions/${session.id}`} className="font-medium hover:underline">
        {t("session")} #{session.id}
      </Link>
      <span className="text-base font-semibold">{format.power(powerW)}</span>
      <span>{format.energy(energyWh)}</span>
      {socPercent !== null && <span>{format.percent(socPercent)}</span>}
      {phases.length > 0 && <span className="text-muted">{phases.map(([phase, amperes]) => `${phase === "total" ? "" : `${phase} `}${format.current(amperes)}`).join(" · ")}</span>}
      <span className="text-muted">
        {session.token !== null && `${session.token} · `}
        <Ago at={session.startedAt} />
      </span>
      {session.chargingState !== null && session.chargingState !== "charging" && <Status standing="waiting">{t(`chargingState.${session.chargingState}`)}</Status>}
      {session.presumedEnd !== null && <Status standing="warn">{t("presumedOver")}</Status>}
    </div>
  );
}
