import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { SearchX, SquareTerminal } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Beside } from "../ui/Beside";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Narrow } from "../ui/Select";
import { SearchBox } from "../ui/SearchBox";
import type { Column } from "../ui/table";
import { useSearchState } from "../ui/useSearchState";
import { CommandDetails } from "./CommandDetails";
import { Outcome } from "./Outcome";
import { commandFilter, commandQuery, commandsQuery, outcomes, states } from "./queries";

type Command = Model<"Command">;

/** What was sent and what came of it, by the filters of the address. @param station absent: to all stations */
export function CommandTable({ station }: { station?: string }) {
  const { t } = useTranslation("commands");
  const [search, change] = useSearchState();
  const filter = commandFilter({ ...search, ...(station !== undefined && { station }) });
  const commands = useInfiniteQuery({
    ...commandsQuery(filter),
    placeholderData: (before) => before,
    // No event tells how a command ended.
    refetchInterval: ({ state }) => (rowsOf<Command>(state.data).some((each) => each.state !== "ended") ? 10_000 : false),
  });
  const open = useCallback((id: number) => { change({ command: String(id) }); }, [change]);
  const columns = useCommandColumns(station === undefined, open);
  const isNarrowed = Object.keys(filter).some((key) => key !== "station" || station === undefined);
  const chosen = Number(search.command);
  const close = () => {
    change({ command: undefined });
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {station === undefined && <SearchBox label={t("stationExact")} value={search.station ?? ""} onSearch={(text) => { change({ station: text.trim() }); }} />}
        <SearchBox label={t("actionExact")} value={search.action ?? ""} onSearch={(text) => { change({ action: text.trim() }); }} />
        <Narrow
          label={t("stateTitle")}
          value={search.state ?? ""}
          choices={[{ value: "", text: t("anyState") }, ...states.map((value) => ({ value, text: t(`state.${value}`) }))]}
          onPick={(state) => { change({ state }); }}
        />
        <Narrow
          label={t("outcomeTitle")}
          value={search.outcome ?? ""}
          choices={[{ value: "", text: t("anyOutcome") }, ...outcomes.map((value) => ({ value, text: t(`outcome.${value}`) }))]}
          onPick={(outcome) => { change({ outcome }); }}
        />
      </div>
      <Beside
        title={t("commandNumber", { id: chosen })}
        details={Number.isInteger(chosen) && chosen > 0 ? <Chosen key={chosen} id={chosen} /> : null}
        onClose={close}
      >
        <List
          label={t("navigation")}
          of={commands}
          columns={columns}
          rowKey={({ id }) => String(id)}
          onOpen={({ id }) => { open(id); }}
          nothing={
            isNarrowed ? (
              <Nothing icon={SearchX} title={t("noMatch")}>
                <Button onClick={() => { change(Object.fromEntries(Object.keys(search).map((key) => [key, undefined]))); }}>{t("clearFilters")}</Button>
              </Nothing>
            ) : (
              <Nothing icon={SquareTerminal} title={t("none")}>
                {t("noneMore")}
              </Nothing>
            )
          }
        />
      </Beside>
    </div>
  );
}

function Chosen({ id }: { id: number }) {
  const command = useQuery({
    ...commandQuery(id),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.state !== "ended" ? 10_000 : false),
  });
  return <Answer of={command}>{(known) => <CommandDetails command={known} />}</Answer>;
}

function useCommandColumns(hasStation: boolean, onOpen: (id: number) => void): Column<Command>[] {
  const { t } = useTranslation("commands");
  const format = useFormat();
  return useMemo(() => {
    const station: Column<Command> = {
      id: "station",
      title: t("station"),
      from: "sm",
      width: "1.2fr",
      cell: ({ station: identity }) => (
        <Link to="/stations/$station" params={{ station: identity }} className="block truncate hover:underline">
          {identity}
        </Link>
      ),
    };
    return [
      {
        id: "action",
        title: t("action"),
        width: "1.2fr",
        cell: ({ id, action, station: identity }) => (
          <>
            <button type="button" className="block max-w-full truncate font-medium hover:underline" onClick={() => { onOpen(id); }}>
              {action}
            </button>
            {hasStation && <span className="block truncate text-xs text-muted sm:hidden">{identity}</span>}
          </>
        ),
      },
      ...(hasStation ? [station] : []),
      { id: "outcome", title: t("outcomeTitle"), width: "10rem", cell: (command) => <Outcome of={command} /> },
      { id: "actor", title: t("actor"), from: "lg", cell: ({ actor }) => <span className="block truncate text-muted">{actor}</span> },
      {
        id: "took",
        title: t("took"),
        from: "md",
        isNumber: true,
        width: "5.5rem",
        cell: ({ tookMillis }) => (tookMillis === undefined ? format.none : `${format.count(tookMillis)}\u00a0ms`),
      },
      { id: "at", title: t("acceptedAt"), from: "md", width: "7.5rem", cell: ({ acceptedAt }) => <Ago at={acceptedAt} /> },
    ];
  }, [t, format, hasStation, onOpen]);
}
