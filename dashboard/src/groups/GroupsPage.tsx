import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Boxes, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { useSearchState } from "../ui/useSearchState";
import { GroupForm } from "./GroupForm";
import { groupsQuery } from "./queries";

/** Stations that belong together, for roles, keys and filters. */
export function GroupsPage() {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [search, change] = useSearchState();
  const groups = useInfiniteQuery(groupsQuery(search["q"]));
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      isWide
      action={
        may("station-group.write") && (
          <Button look="primary" onClick={() => { setNew(true); }}>
            <Plus className="size-4" aria-hidden="true" />
            {t("new")}
          </Button>
        )
      }
    >
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("name")} value={search["q"] ?? ""} onSearch={(q) => { change({ q: q.trim() }); }} />
      </div>
      <List
        of={groups}
        label={t("navigation")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "name",
            title: t("name"),
            cell: ({ id, name }) => (
              <Link to="/groups/$id" params={{ id: String(id) }} className="font-medium text-accent hover:underline">
                {name}
              </Link>
            ),
          },
          { id: "stations", title: t("stations"), width: "7rem", isNumber: true, cell: ({ stations }) => format.count(stations) },
          { id: "note", title: t("note"), width: "2fr", from: "sm", cell: ({ note }) => note ?? format.none },
          { id: "updatedAt", title: t("updatedAt"), width: "10rem", from: "lg", cell: ({ updatedAt }) => format.date(updatedAt) },
        ]}
        nothing={<Nothing icon={Boxes} title={t("nothing")}>{t("nothingMore")}</Nothing>}
      />
      {isNew && (
        <GroupForm
          onClose={() => {
            setNew(false);
          }}
          onDone={({ id }) => { void navigate({ to: "/groups/$id", params: { id: String(id) } }); }}
        />
      )}
    </Page>
  );
}
