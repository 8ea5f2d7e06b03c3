import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { Parts } from "../ui/Parts";
import { useSearchState } from "../ui/useSearchState";
import { useStation } from "../stations/useStation";
import { OnlyTwo } from "../verbs/version";
import { AlertsPart } from "./AlertsPart";
import { EventsPart } from "./EventsPart";
import { MonitorsPart } from "./MonitorsPart";
import { StreamsPart } from "./StreamsPart";

const parts = { alerts: AlertsPart, monitors: MonitorsPart, streams: StreamsPart, events: EventsPart } as const;

type Part = keyof typeof parts;

const needs: Record<Part, string> = { alerts: "station-alert.read", monitors: "monitor.read", streams: "monitor.read", events: "station-event.read" };

/** What a station watches of itself, and what it noticed. */
export function MonitoringPage() {
  const station = useStation();
  const { t } = useTranslation("monitoring");
  const may = useMay();
  const [search, change] = useSearchState();
  const offered = (Object.keys(parts) as Part[]).filter((each) => may(needs[each]));
  const part = offered.find((each) => each === search.part) ?? offered[0] ?? "alerts";
  const Shown = parts[part];
  return (
    <StationPage station={station}>
      <OnlyTwo station={station}>
        <Parts
          label={t("parts")}
          value={part}
          parts={offered.map((each) => ({ value: each, text: t(`part.${each}`) }))}
          onPick={(picked) => {
            change({ part: picked });
          }}
        />
        <Shown station={station} />
      </OnlyTwo>
    </StationPage>
  );
}
