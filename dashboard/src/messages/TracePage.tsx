import { useQuery } from "@tanstack/react-query";
import { Download, Pause, Play, ScrollText } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useMay } from "../signin/me";
import { stationQuery } from "../stations/queries";
import { StationPage } from "../stations/StationPage";
import { useStation } from "../stations/useStation";
import { Failed, Skeleton } from "../ui/Answer";
import { Beside } from "../ui/Beside";
import { Button } from "../ui/Button";
import { DataTable } from "../ui/DataTable";
import { download } from "../ui/download";
import { More } from "../ui/More";
import { Nothing } from "../ui/Nothing";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { useSearchState, type SearchState } from "../ui/useSearchState";
import { exported, matches } from "./exchange";
import { ExchangeDetails } from "./ExchangeDetails";
import { allActionsQuery } from "./queries";
import { useExchangeColumns } from "./useExchangeColumns";
import { useTrace } from "./useTrace";

/** What a station and the server say to each other, as it happens. */
export function TracePage() {
  const station = useStation();
  const [search, change] = useSearchState();
  return (
    <StationPage station={station}>
      <Trace key={`${station} ${search.action ?? ""}`} station={station} search={search} onChange={change} />
    </StationPage>
  );
}

function Trace({ station, search, onChange }: { station: string; search: SearchState; onChange: (changes: SearchState) => void }) {
  const { t } = useTranslation("messages");
  const trace = useTrace(station, search.action ?? "");
  const [openKey, setOpenKey] = useState<string>();
  const columns = useExchangeColumns(setOpenKey);
  const { q: text = "", direction = "", only = "" } = search;
  const shown = useMemo(() => trace.all.filter((each) => matches(each, { text, direction, only })), [trace.all, text, direction, only]);
  const open = trace.all.find(({ key }) => key === openKey);
  const isNarrowed = text !== "" || direction !== "" || only !== "";
  const { list } = trace;
  const close = () => {
    setOpenKey(undefined);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label={t("search")} value={text} onSearch={(q) => { onChange({ q }); }} />
        <Filters station={station} search={search} onChange={onChange} />
        <div className="ml-auto flex items-center gap-2">
          <span className="text-xs text-muted" aria-live="polite">
            {trace.isHeld ? (
              <Status standing="waiting">{t("held", { count: trace.waiting })}</Status>
            ) : (
              <Status standing={trace.state === "open" ? "good" : "waiting"}>{t(`live.${trace.state}`)}</Status>
            )}
          </span>
          <Button aria-pressed={trace.isHeld} onClick={trace.isHeld ? trace.goOn : trace.hold}>
            {trace.isHeld ? <Play className="size-4" aria-hidden="true" /> : <Pause className="size-4" aria-hidden="true" />}
            {trace.isHeld ? t("goOn") : t("pause")}
          </Button>
          <Button
            disabled={shown.length === 0}
            aria-label={t("export")}
            onClick={() => {
              download(`${station}-messages.json`, "application/json", JSON.stringify(exported(shown), null, 2));
            }}
          >
            <Download className="size-4" aria-hidden="true" />
            {t("json")}
          </Button>
        </div>
      </div>
      {list.data === undefined ? (
        list.isError ? (
          <Failed error={list.error} onAgain={() => void list.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <Beside title={open?.action ?? t("unreadable")} details={open ? <ExchangeDetails of={open} /> : null} onClose={close}>
          <DataTable
            label={t("trace")}
            columns={columns}
            rows={shown}
            rowKey={({ key }) => key}
            onOpen={({ key }) => { setOpenKey(key); }}
            isMore={list.hasNextPage && !isNarrowed}
            onEnd={() => {
              if (!list.isFetchingNextPage && !list.isFetchNextPageError) {
                void list.fetchNextPage();
              }
            }}
            nothing={
              <Nothing icon={ScrollText} title={isNarrowed ? t("noMatch") : t("none")}>
                {isNarrowed ? t("noMatchMore") : t("noneMore")}
              </Nothing>
            }
          />
        </Beside>
      )}
      {isNarrowed && list.data !== undefined && <More {...list} />}
    </div>
  );
}

function Filters({ station, search, onChange }: { station: string; search: SearchState; onChange: (changes: SearchState) => void }) {
  const { t } = useTranslation("messages");
  const may = useMay();
  const version: Model<"OcppVersion"> | null = useQuery(stationQuery(station)).data?.ocppVersion ?? null;
  const known = useQuery({ ...allActionsQuery(version ?? "2.0.1"), enabled: version !== null && may("catalogue.read") }).data ?? [];
  const { action = "" } = search;
  const actions = action === "" || known.includes(action) ? known : [action, ...known];
  return (
    <>
      {actions.length > 0 && (
        <Narrow
          label={t("action")}
          value={action}
          choices={[{ value: "", text: t("anyAction") }, ...actions.map((value) => ({ value, text: value }))]}
          onPick={(picked) => { onChange({ action: picked }); }}
        />
      )}
      <Narrow
        label={t("direction")}
        value={search.direction ?? ""}
        choices={[
          { value: "", text: t("both") },
          { value: "in", text: t("fromStation") },
          { value: "out", text: t("toStation") },
        ]}
        onPick={(direction) => { onChange({ direction }); }}
      />
      <Narrow
        label={t("only")}
        value={search.only ?? ""}
        choices={[
          { value: "", text: t("all") },
          { value: "errors", text: t("errors") },
          { value: "deviations", text: t("deviations") },
          { value: "unanswered", text: t("unanswered") },
        ]}
        onPick={(only) => { onChange({ only }); }}
      />
    </>
  );
}
