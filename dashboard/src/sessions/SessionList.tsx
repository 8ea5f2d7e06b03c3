import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { PlugZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Days } from "../ui/Days";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { SaveCsv } from "../ui/SaveCsv";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { sessionFilter, states, sumOf, totalFilter, verdicts } from "./filters";
import { sessionsQuery, totalsQuery } from "./queries";
import { useSessionColumns } from "./useSessionColumns";

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
        columns={useSessionColumns(station === undefined)}
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
