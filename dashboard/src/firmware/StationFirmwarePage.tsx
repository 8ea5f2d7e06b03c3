import { useTranslation } from "react-i18next";
import { StationPage } from "../stations/StationPage";
import { useMay } from "../signin/me";
import { Parts } from "../ui/Parts";
import { useSearchState } from "../ui/useSearchState";
import { useStation } from "../stations/useStation";
import { useVersion } from "../verbs/version";
import { LogsPart } from "./LogsPart";
import { PublicationsPart } from "./PublicationsPart";
import { UpdatesPart } from "./UpdatesPart";

const parts = { updates: UpdatesPart, logs: LogsPart, publications: PublicationsPart } as const;

type Part = keyof typeof parts;

/** What is done with a station's software: its updates, its logs, and what it hands on to others. */
export function StationFirmwarePage() {
  const station = useStation();
  const { t } = useTranslation("firmware");
  const may = useMay();
  const version = useVersion(station);
  const [search, change] = useSearchState();
  const part: Part = search.part !== undefined && Object.hasOwn(parts, search.part) ? (search.part as Part) : "updates";
  const Shown = parts[part];
  const offered = (Object.keys(parts) as Part[]).filter(
    (each) => (each !== "publications" || version !== "1.6") && (each !== "logs" || may("log.read")),
  );
  return (
    <StationPage station={station}>
      <Parts
        label={t("parts")}
        value={part}
        parts={offered.map((each) => ({ value: each, text: t(`part.${each}`) }))}
        onPick={(picked) => {
          change({ part: picked === "updates" ? undefined : picked, task: undefined });
        }}
      />
      <Shown station={station} />
    </StationPage>
  );
}
