import { useInfiniteQuery } from "@tanstack/react-query";
import { ScanLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { StationLink } from "../sessions/links";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { useSearchState } from "../ui/useSearchState";
import { unknownTokensQuery } from "./queries";
import { TokenForm } from "./TokenForm";
import { TokenTabs } from "./TokensPage";

/** Tokens that were shown to stations and that nobody has registered. */
export function UnknownTokensPage() {
  const { t } = useTranslation("tokens");
  const format = useFormat();
  const [search, change] = useSearchState();
  const tokens = useInfiniteQuery(unknownTokensQuery(search["station"]));
  const may = useMay();
  const [made, setMade] = useState<Model<"UnknownToken">>();
  return (
    <Page title={t("navigation")} isWide>
      <TokenTabs />
      <p className="text-sm text-muted">{t("unknown.about")}</p>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label={t("station")} value={search["station"] ?? ""} onSearch={(station) => { change({ station: station.trim() }); }} />
      </div>
      <List
        of={tokens}
        label={t("unknown.tab")}
        rowKey={({ value, type }) => `${type ?? ""} ${value}`}
        columns={[
          { id: "value", title: t("value"), width: "1.3fr", cell: ({ value }) => <span className="font-mono text-xs">{value}</span> },
          { id: "type", title: t("type"), width: "7rem", from: "lg", cell: ({ type }) => type ?? format.none },
          { id: "station", title: t("station"), from: "sm", cell: ({ station }) => <StationLink station={station} /> },
          { id: "lastAt", title: t("unknown.last"), width: "8rem", from: "sm", cell: ({ lastAt }) => <Ago at={lastAt} /> },
          { id: "occurred", title: t("unknown.times"), width: "5rem", from: "md", isNumber: true, cell: ({ occurred }) => format.count(occurred) },
          { id: "hint", title: t("unknown.hint"), width: "2fr", from: "lg", cell: ({ hint }) => <span title={hint ?? undefined}>{hint ?? format.none}</span> },
          ...(may("token.write")
            ? [{ id: "make", title: t("unknown.action"), width: "9rem", cell: (row: Model<"UnknownToken">) => <Button className="!py-1" onClick={() => { setMade(row); }}>{t("unknown.make")}</Button> }]
            : []),
        ]}
        nothing={<Nothing icon={ScanLine} title={t("unknown.nothing")}>{t("unknown.nothingMore")}</Nothing>}
      />
      {made !== undefined && (
        <TokenForm
          suggested={made}
          onClose={() => {
            setMade(undefined);
          }}
        />
      )}
    </Page>
  );
}
