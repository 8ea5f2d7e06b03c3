import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Days } from "../ui/Days";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { SaveCsv } from "../ui/SaveCsv";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useNow } from "../ui/useNow";
import { useSearchState } from "../ui/useSearchState";
import { sessionFilter, states, sumOf, totalFilter, verdicts } from "./filters";
import { StationLink, TokenLink } from "./links";
import { sessionsQuery, totalsQuery } from "./queries";
import { secondsOf, standingOf } from "./standing";

/** Sessions, as the address narrows them down. @param station the page shows this one only */
export function SessionList({ station }: { station?: string }) {
  const { t } = useTranslation("sessions");
  const [search, change] = useSearchState();
  const filter = sessionFilter(search, station);
  const sessions = useInfiniteQuery(sessionsQuery(filter));
  const isFiltered = Object.keys(filter).length > (station === undefined ? 0 : 1);
  const choices = <Word extends string>(all: readonly Word[], text: (word: Word) => string) => all.map((value) => ({ value, text: text(value) }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {station === undefined && (
          <SearchBox label={t("station")} value={search["station"] ?? ""} onSearch={(to) => { change({ station: to.trim() }); }} />
        )}
        <SearchBox label={t("token")} value={search["token"] ?? ""} onSearch={(to) => { change({ token: to.trim() }); }} />
        <Narrow
          label={t("state")}
          value={filter.state ?? ""}
          choices={[{ value: "", text: t("anyState") }, ...choices(states, (word) => t(`state_of.${word}`))]}
          onPick={(state) => { change({ state }); }}
        />
        <Narrow
          label={t("verdict")}
          value={filter.verdict ?? ""}
          choices={[{ value: "", text: t("anyVerdict") }, ...choices(verdicts, (word) => t(`standing.${word}`))]}
          onPick={(verdict) => { change({ verdict }); }}
        />
        <Days from={search["from"]} to={search["to"]} onPick={change} />
        <SaveCsv path="/api/v1/sessions" query={{ ...filter }} name="sessions" />
      </div>
      <Totals filter={filter} />
      <List
        of={sessions}
        label={t("navigation")}
        columns={useColumns(station === undefined)}
        rowKey={({ id }) => String(id)}
        nothing={
          <Nothing icon={PlugZap} title={t(isFiltered ? "nothingFits" : "nothing")}>
            {isFiltered ? (
              <Button onClick={() => { change({ station: "", token: "", state: "", verdict: "", from: "", to: "" }); }}>{t("ui:noFilters")}</Button>
            ) : (
              t("nothingMore")
            )}
          </Nothing>
        }
      />
    </>
  );
}

/** What the ended sessions come to, in the days that are listed. */
function Totals({ filter }: { filter: ReturnType<typeof sessionFilter> }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const asked = totalFilter(filter);
  const rows = useQuery({ ...totalsQuery(asked ?? {}), enabled: asked !== null }).data;
  if (asked === null || rows === undefined) {
    return null;
  }
  const sums = sumOf(rows);
  const { sessions, energyWh } = sums[filter.verdict ?? "all"];
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <span>
        {t("ended", { count: sessions, number: format.count(sessions) })} <span className="font-medium text-ink">{format.energy(energyWh)}</span>
      </span>
      {filter.verdict === undefined && sums.suspect.sessions > 0 && (
        <span className="text-warn">{t("suspectSum", { number: format.count(sums.suspect.sessions), energy: format.energy(sums.suspect.energyWh) })}</span>
      )}
      {filter.verdict === undefined && sums.incomplete.sessions > 0 && (
        <span>{t("incompleteSum", { number: format.count(sums.incomplete.sessions), energy: format.energy(sums.incomplete.energyWh) })}</span>
      )}
    </p>
  );
}

function useColumns(isOfAll: boolean): Column<Model<"Session">>[] {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const all: Column<Model<"Session">>[] = [
    {
      id: "started",
      title: t("started"),
      width: "1.3fr",
      cell: ({ id, startedAt }) => (
        <Link to="/sessions/$id" params={{ id: String(id) }} className="font-medium text-accent hover:underline">
          <span title={format.moment(startedAt)}>{format.brief(startedAt)}</span>
        </Link>
      ),
    },
    { id: "id", title: t("number"), width: "5rem", from: "off", isNumber: true, cell: ({ id }) => id },
    { id: "standing", title: t("state"), width: "1.2fr", cell: (session) => <Standing session={session} /> },
    ...(isOfAll ? [{ id: "station", title: t("station"), width: "1.2fr", from: "sm", cell: ({ station }) => <StationLink station={station} /> } satisfies Column<Model<"Session">>] : []),
    { id: "evse", title: t("evse"), width: "4rem", from: "lg", isNumber: true, cell: ({ evse }) => evse ?? format.none },
    { id: "token", title: t("token"), from: "md", cell: ({ token }) => (token === null ? format.none : <TokenLink token={token} />) },
    { id: "duration", title: t("duration"), width: "7rem", from: "md", isNumber: true, cell: (session) => <Lasting session={session} /> },
    { id: "power", title: t("power"), width: "6.5rem", from: "lg", isNumber: true, cell: ({ state, powerW }) => (state === "open" ? format.power(powerW) : format.none) },
    { id: "energy", title: t("energy"), width: "6.5rem", isNumber: true, cell: ({ energyWh }) => format.energy(energyWh) },
    { id: "reason", title: t("stopReason"), from: "xl", cell: ({ stopReason }) => (stopReason === null ? format.none : t(`reason.${stopReason}`)) },
  ];
  return all;
}

function Standing({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("sessions");
  const { standing, word } = standingOf(session);
  return <Status standing={standing}>{t(`standing.${word}`)}</Status>;
}

function Lasting({ session }: { session: Model<"Session"> }) {
  return useFormat().duration(secondsOf(session, useNow()));
}
