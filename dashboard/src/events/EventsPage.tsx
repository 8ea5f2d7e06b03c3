import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScrollText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { JsonText } from "../ui/JsonText";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useSearchState } from "../ui/useSearchState";
import { kindKey, standingOfKind } from "./kinds";
import { eventsQuery } from "./queries";

/** By what begins so. */
const filters = ["session.", "station.", "connector.", "command.", "reservation.", "configuration.", "firmware.", "security."] as const;

/** What has happened, the newest first. */
export function EventsPage() {
  const { t } = useTranslation("events");
  const format = useFormat();
  const [search, change] = useSearchState();
  const events = useInfiniteQuery(eventsQuery(search));
  const [shown, setShown] = useState<Model<"Event">>();
  const columns: Column<Model<"Event">>[] = [
    { id: "at", title: t("when"), width: "12rem", cell: ({ at }) => <span className="text-muted">{format.moment(at)}</span> },
    {
      id: "kind",
      title: t("what"),
      cell: ({ kind }) => <Status standing={standingOfKind(kind)}>{t(`kind.${kindKey(kind)}`)}</Status>,
    },
    {
      id: "station",
      title: t("station"),
      cell: ({ station }) =>
        station === null ? null : (
          <Link to="/stations/$station" params={{ station }} className="hover:underline">
            {station}
          </Link>
        ),
    },
    { id: "word", title: t("word"), from: "lg", cell: ({ kind }) => <code className="text-xs text-muted">{kind}</code> },
    { id: "number", title: t("number"), isNumber: true, width: "6rem", from: "lg", cell: ({ id }) => id },
  ];
  return (
    <Page title={t("navigation")} about={t("about")} isWide>
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("station")} value={search["station"] ?? ""} onSearch={(station) => { change({ station }); }} />
        <Narrow
          label={t("what")}
          value={search["kind"] ?? ""}
          onPick={(kind) => {
            change({ kind });
          }}
          choices={[{ value: "", text: t("all") }, ...filters.map((kind) => ({ value: kind, text: t(`group.${kind.slice(0, -1)}`) }))]}
        />
      </div>
      <List
        label={t("navigation")}
        of={events}
        columns={columns}
        rowKey={({ id }) => String(id)}
        onOpen={setShown}
        nothing={
          <Nothing icon={ScrollText} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
      {shown && (
        <Dialog title={t(`kind.${kindKey(shown.kind)}`)} isWide onClose={() => { setShown(undefined); }}>
          <div className="flex flex-col gap-4">
            <JsonText value={shown} />
            <Button className="self-end" onClick={() => { setShown(undefined); }}>
              {t("ui:close")}
            </Button>
          </div>
        </Dialog>
      )}
    </Page>
  );
}
