import { useTranslation } from "react-i18next";
import { StationPage } from "../stations/StationPage";
import { Parts } from "../ui/Parts";
import { useSearchState } from "../ui/useSearchState";
import { useStation } from "../stations/useStation";
import { useVersion } from "../verbs/version";
import { searchOf } from "./address";
import { ComparePart } from "./ComparePart";
import { DesiredPart } from "./DesiredPart";
import { HistoryPart } from "./HistoryPart";
import { NetworkPart } from "./NetworkPart";
import { ValuesPart } from "./ValuesPart";

const parts = { values: ValuesPart, desired: DesiredPart, history: HistoryPart, compare: ComparePart, network: NetworkPart } as const;

type Part = keyof typeof parts;

/** What a station is set to, was, and is to be. */
export function ConfigurationPage() {
  const station = useStation();
  const { t } = useTranslation("configuration");
  const [search, change] = useSearchState();
  const version = useVersion(station);
  const part: Part = search.part !== undefined && Object.hasOwn(parts, search.part) ? (search.part as Part) : "values";
  const Shown = parts[part];
  // Stations of 1.6 have no network profiles.
  const offered = (Object.keys(parts) as Part[]).filter((each) => each !== "network" || version !== "1.6");
  return (
    <StationPage station={station}>
      <Parts
        label={t("parts")}
        value={part}
        parts={offered.map((each) => ({ value: each, text: t(`part.${each}`) }))}
        onPick={(picked) => {
          change({ ...searchOf(null), part: picked === "values" ? undefined : picked });
        }}
      />
      <Shown station={station} />
    </StationPage>
  );
}
