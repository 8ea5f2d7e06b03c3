import { useInfiniteQuery } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { reservationsQuery, reservationStandings } from "./queries";
import { Reservations } from "./Reservations";
import { Reserve } from "./Reserve";

/** The reservations of all stations. */
export function ReservationsPage() {
  const { t } = useTranslation("reservations");
  const may = useMay();
  const [search, change] = useSearchState();
  const [isMaking, setMaking] = useState(false);
  const byToken = useCallback((token: string) => { change({ token: token.trim() }); }, [change]);
  const byStation = useCallback((station: string) => { change({ station: station.trim() }); }, [change]);
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      isWide
      action={
        may("reservation.write") && (
          <Button
            look="primary"
            onClick={() => {
              setMaking(true);
            }}
          >
            <CalendarPlus className="size-4" aria-hidden="true" />
            {t("make")}
          </Button>
        )
      }
    >
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("filterStation")} value={search.station ?? ""} onSearch={byStation} />
        <SearchBox label={t("token")} value={search.token ?? ""} onSearch={byToken} />
        <Narrow
          label={t("verbs:state")}
          value={search.state ?? ""}
          choices={[{ value: "", text: t("anyState") }, ...Object.keys(reservationStandings).map((state) => ({ value: state, text: t(`status.${state}`) }))]}
          onPick={(state) => {
            change({ state });
          }}
        />
      </div>
      <Reservations of={useInfiniteQuery(reservationsQuery(search))} />
      {isMaking && (
        <Reserve
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </Page>
  );
}
