import { useInfiniteQuery } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { Button } from "../ui/Button";
import { useStation } from "../stations/useStation";
import { stationReservationsQuery } from "./queries";
import { Reservations } from "./Reservations";
import { Reserve } from "./Reserve";

/** The reservations of one station. */
export function StationReservationsPage() {
  const station = useStation();
  const { t } = useTranslation("reservations");
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  return (
    <StationPage station={station}>
      {may("reservation.write") && (
        <Button
          look="primary"
          className="self-start"
          onClick={() => {
            setMaking(true);
          }}
        >
          <CalendarPlus className="size-4" aria-hidden="true" />
          {t("make")}
        </Button>
      )}
      <Reservations of={useInfiniteQuery(stationReservationsQuery(station))} isOfStation />
      {isMaking && (
        <Reserve
          station={station}
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </StationPage>
  );
}
