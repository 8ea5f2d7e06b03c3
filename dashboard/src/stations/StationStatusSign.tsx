import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { standings, Status } from "../ui/Status";
import { connectorStandings, stationStandings, type StationRow } from "./row";

/** How a station is, in one word. */
export function StationStatusSign({ station }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const { status } = station.summary;
  return <Status standing={stationStandings[status]}>{t(`status.${status}`)}</Status>;
}

/** How many connectors are in which status: a shape and a number each, the word on pointing at it. */
export function ConnectorCounts({ counts }: { counts: Record<string, number> }) {
  const { t } = useTranslation("stations");
  return (
    <span className="inline-flex gap-2.5">
      {(Object.entries(counts) as [Model<"ConnectorStatus">, number][]).map(([status, count]) => {
        const { icon: Icon, look } = standings[connectorStandings[status]];
        const text = `${count} ${t(`connector.${status}`)}`;
        return (
          <span key={status} role="img" aria-label={text} title={text} className="inline-flex items-center gap-1">
            <Icon className={`size-3.5 ${look}`} aria-hidden="true" />
            {count}
          </span>
        );
      })}
    </span>
  );
}
