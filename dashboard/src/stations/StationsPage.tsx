import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Download, EvCharger, Plus, SearchX, X } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { rowsOf } from "../api/list";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { ColumnChooser } from "../ui/ColumnChooser";
import { useChosenColumns } from "../ui/DataTable";
import { downloadCsv } from "../ui/download";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { useAction } from "../ui/useAction";
import { useSearchState, type SearchState } from "../ui/useSearchState";
import type { BulkTask } from "./bulk";
import { BulkDialog } from "./BulkDialog";
import { filterOf, stationGroupsQuery, stationsQuery } from "./queries";
import { stationStatuses, type StationRow } from "./row";
import { SavedFilters } from "./SavedFilters";
import { StationForm } from "./StationForm";
import { useStationColumns } from "./useStationColumns";

/** All stations: how each is, and what can be told to many of them at once. */
export function StationsPage() {
  const { t } = useTranslation("stations");
  const [search, change] = useSearchState();
  const filter = filterOf(search);
  const stations = useInfiniteQuery({ ...stationsQuery(filter), placeholderData: (before) => before });
  const columns = useStationColumns();
  const [chosen, choose] = useChosenColumns("stations");
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [task, setTask] = useState<BulkTask>();
  const [isCreating, setCreating] = useState(false);
  const may = useMay();
  const csv = useAction(() => downloadCsv("/api/v1/stations", filter, "stations.csv"), t("downloaded"));
  const rows = useMemo(() => rowsOf<StationRow>(stations.data), [stations.data]);
  const picked = rows.filter(({ identity }) => selected.has(identity));
  const isNarrowed = Object.keys(filter).some((key) => key !== "sort");
  return (
    <Page
      title={t("navigation")}
      isWide
      action={
        <>
          <Button disabled={csv.isPending} onClick={() => { csv.mutate(); }}>
            <Download className="size-4" aria-hidden="true" />
            {t("ui:csv")}
          </Button>
          {may("station.write") && (
            <Button look="primary" onClick={() => { setCreating(true); }}>
              <Plus className="size-4" aria-hidden="true" />
              {t("create")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label={t("searchHint")} value={search.q ?? ""} onSearch={(q) => { change({ q }); }} />
        <Filters search={search} onChange={change} />
        <div className="ml-auto flex gap-2">
          <SavedFilters list="stations" search={search} onChange={change} />
          <ColumnChooser columns={columns} chosen={chosen} onChoose={choose} />
        </div>
      </div>
      {picked.length > 0 && <Selection count={picked.length} onPick={setTask} onClear={() => { select(new Set()); }} />}
      <List
        label={t("navigation")}
        of={stations}
        columns={columns}
        chosen={chosen}
        rowKey={({ identity }) => identity}
        sort={search.sort ?? "identity"}
        onSort={(sort) => { change({ sort: sort === "identity" ? "" : sort }); }}
        {...(may("station.command") && { selected, onSelect: select })}
        nothing={
          isNarrowed ? (
            <Nothing icon={SearchX} title={t("noMatch")}>
              <Button onClick={() => { change(Object.fromEntries(Object.keys(search).map((key) => [key, undefined]))); }}>{t("clearFilters")}</Button>
            </Nothing>
          ) : (
            <Nothing icon={EvCharger} title={t("none")}>
              {t("noneMore")}
            </Nothing>
          )
        }
      />
      {isCreating && <StationForm onClose={() => { setCreating(false); }} />}
      {task !== undefined && <BulkDialog task={task} stations={picked} onClose={() => { setTask(undefined); }} />}
    </Page>
  );
}

function Filters({ search, onChange }: { search: SearchState; onChange: (changes: SearchState) => void }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const groups = useQuery({ ...stationGroupsQuery, enabled: may("station-group.read") }).data ?? [];
  return (
    <>
      <Narrow
        label={t("connection")}
        value={search.connected ?? ""}
        choices={[
          { value: "", text: t("connectedOrNot") },
          { value: "true", text: t("connected") },
          { value: "false", text: t("notConnected") },
        ]}
        onPick={(connected) => { onChange({ connected }); }}
      />
      <Narrow
        label={t("state")}
        value={search.status ?? ""}
        choices={[{ value: "", text: t("anyState") }, ...stationStatuses.map((value) => ({ value, text: t(`status.${value}`) }))]}
        onPick={(status) => { onChange({ status }); }}
      />
      {(groups.length > 0 || search.stationGroup !== undefined) && (
        <Narrow
          label={t("group")}
          value={search.stationGroup ?? ""}
          choices={[{ value: "", text: t("anyGroup") }, ...groups.map(({ id, name }) => ({ value: String(id), text: name }))]}
          onPick={(stationGroup) => { onChange({ stationGroup }); }}
        />
      )}
    </>
  );
}

const tasks: BulkTask[] = ["reset", "unlock", "trigger", "availability", "any"];

/** What can be done with those that are selected. */
function Selection({ count, onPick, onClear }: { count: number; onPick: (task: BulkTask) => void; onClear: () => void }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  return (
    <div role="toolbar" aria-label={t("selection")} className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-raised px-3 py-2 text-sm">
      <span className="mr-2 font-medium">{t("selected", { count })}</span>
      {tasks
        .filter((task) => task !== "any" || may("catalogue.read"))
        .map((task) => (
          <Button key={task} className="!py-1.5" onClick={() => { onPick(task); }}>
            {t(`bulk.${task}`)} …
          </Button>
        ))}
      <button type="button" onClick={onClear} className="ml-auto inline-flex items-center gap-1.5 rounded-lg px-2 py-1.5 text-muted hover:text-ink">
        <X className="size-4" aria-hidden="true" />
        {t("clearSelection")}
      </button>
    </div>
  );
}
