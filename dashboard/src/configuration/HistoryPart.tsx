import { useInfiniteQuery } from "@tanstack/react-query";
import { History, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { useSearchState } from "../ui/useSearchState";
import { addressIn, groupOf, searchOf, shortName } from "./address";
import { historyQuery } from "./queries";

/** What a station was set to before, and who has changed it. */
export function HistoryPart({ station }: { station: string }) {
  const { t } = useTranslation("configuration");
  const [search, change] = useSearchState();
  const changes = useInfiniteQuery(historyQuery(station, search));
  const of = addressIn(search);
  const group = groupOf(of);
  const none = (text: string | undefined) => text ?? <span className="text-muted italic">{t("empty")}</span>;
  return (
    <>
      {Object.keys(of).length > 0 && (
        <Button
          className="self-start"
          onClick={() => {
            change(searchOf(null));
          }}
        >
          {t("historyOf", { name: group === null ? shortName(of) : `${group}.${shortName(of)}` })}
          <X className="size-4" aria-hidden="true" />
        </Button>
      )}
      <List
        of={changes}
        label={t("part.history")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ at }) => <Ago at={at} /> },
          { id: "name", title: t("name"), width: "1.5fr", cell: ({ name }) => <span title={name}>{name}</span> },
          { id: "before", title: t("before"), from: "md", cell: ({ before }) => <span className="text-muted">{none(before)}</span> },
          { id: "after", title: t("after"), cell: ({ after, gone }) => (gone ? <span className="text-muted">{t("gone")}</span> : none(after)) },
          { id: "by", title: t("verbs:by"), from: "md", cell: ({ by }) => by ?? <span className="text-muted">{t("foundSo")}</span> },
        ]}
        nothing={<Nothing icon={History} title={t("noChange")} />}
      />
    </>
  );
}
