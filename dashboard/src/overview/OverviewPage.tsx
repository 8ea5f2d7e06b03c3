import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Answer } from "../ui/Answer";
import { Figure } from "../ui/Figure";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { AttentionList } from "./AttentionList";
import { LatestEvents } from "./LatestEvents";
import { Places } from "./Places";
import { usePowerNow } from "./powerNow";
import { overviewQuery } from "./queries";

/** How everything stands, and what needs somebody. */
export function OverviewPage() {
  const { t } = useTranslation("overview");
  const overview = useQuery(overviewQuery);
  return (
    <Page title={t("navigation")} isWide>
      <Answer of={overview}>{(data) => (data.stations.total === 0 ? <NoStation /> : <Everything overview={data} />)}</Answer>
    </Page>
  );
}

function Everything({ overview }: { overview: Model<"Overview"> }) {
  return (
    <>
      <Figures overview={overview} />
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-5">
          <AttentionList attention={overview.attention} />
          <Places />
        </div>
        <LatestEvents />
      </div>
    </>
  );
}

function Figures({ overview }: { overview: Model<"Overview"> }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const power = usePowerNow(overview.powerW);
  const { stations, today, yesterdaySoFar } = overview;
  const offline = stations.total - stations.connected - stations.neverSeen;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      <Figure name={t("online")} value={<Of part={stations.connected} whole={stations.total} />}>
        <FilterLink search={{ connected: "false" }}>{t("offlineNow", { count: offline })}</FilterLink>
      </Figure>
      <Figure name={t("faulted")} value={<span className={stations.faulted > 0 ? "text-bad" : ""}>{format.count(stations.faulted)}</span>}>
        <FilterLink search={{ status: "faulted" }}>{t("connectorsFaulted", { count: overview.connectors["faulted"] ?? 0 })}</FilterLink>
      </Figure>
      <Figure name={t("charging")} value={format.count(overview.openSessions)}>
        {t("atStations", { count: stations.charging })}
      </Figure>
      <Figure name={t("powerNow")} value={format.power(power)}>
        {t("ofOpenSessions")}
      </Figure>
      <Figure name={t("energyToday")} value={format.energy(today.energyWh)}>
        {t("yesterdaySoFar", { value: format.energy(yesterdaySoFar.energyWh) })}
      </Figure>
      <Figure name={t("sessionsToday")} value={format.count(today.sessions)}>
        {t("yesterdaySoFar", { value: format.count(yesterdaySoFar.sessions) })}
      </Figure>
    </div>
  );
}

function Of({ part, whole }: { part: number; whole: number }) {
  const format = useFormat();
  return (
    <>
      {format.count(part)} <span className="text-base font-normal text-muted">/ {format.count(whole)}</span>
    </>
  );
}

function FilterLink({ search, children }: { search: Record<string, string>; children: ReactNode }) {
  return (
    <Link to="/stations" search={search} className="underline-offset-2 hover:text-ink hover:underline">
      {children}
    </Link>
  );
}

function NoStation() {
  const { t } = useTranslation("overview");
  return (
    <Nothing icon={PlugZap} title={t("noStation")}>
      {t("noStationMore")}
      <Link to="/connect" className="rounded-lg bg-accent px-4 py-2 text-sm font-medium text-on-accent hover:opacity-90">
        {t("connectFirst")}
      </Link>
    </Nothing>
  );
}
