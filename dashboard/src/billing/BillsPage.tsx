import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { Bills } from "./Bills";
import { billFilter, billsQuery, billStandings } from "./queries";

/** What sessions cost whoever pays for them. */
export function BillsPage() {
  const { t } = useTranslation("billing");
  const [search, change] = useSearchState();
  const byStation = useCallback((station: string) => { change({ station: station.trim() }); }, [change]);
  return (
    <Page title={t("bills")} about={t("billsAbout")} isWide>
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("station")} value={search["station"] ?? ""} onSearch={byStation} />
        <Narrow
          label={t("state")}
          value={search["state"] ?? ""}
          choices={[{ value: "", text: t("anyState") }, ...(Object.keys(billStandings) as (keyof typeof billStandings)[]).map((state) => ({ value: state, text: t(`billState.${state}`) }))]}
          onPick={(state) => { change({ state }); }}
        />
      </div>
      <Bills of={useInfiniteQuery(billsQuery(billFilter(search)))} />
    </Page>
  );
}
