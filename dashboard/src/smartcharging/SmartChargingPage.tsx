import { useTranslation } from "react-i18next";
import { StationPage } from "../stations/StationPage";
import { Parts } from "../ui/Parts";
import { useSearchState } from "../ui/useSearchState";
import { useStation } from "../stations/useStation";
import { LimitsPart } from "./LimitsPart";
import { ProfilesPart } from "./ProfilesPart";
import { SchedulePart } from "./SchedulePart";
import { SettingsPart } from "./SettingsPart";
import { VehiclesPart } from "./VehiclesPart";

const parts = { schedule: SchedulePart, profiles: ProfilesPart, limits: LimitsPart, vehicles: VehiclesPart, settings: SettingsPart } as const;

type Part = keyof typeof parts;

/** How much may be drawn at a station, and by which profiles. */
export function SmartChargingPage() {
  const station = useStation();
  const { t } = useTranslation("smartcharging");
  const [search, change] = useSearchState();
  const part: Part = search.part !== undefined && Object.hasOwn(parts, search.part) ? (search.part as Part) : "schedule";
  const Shown = parts[part];
  return (
    <StationPage station={station}>
      <Parts
        label={t("parts")}
        value={part}
        parts={(Object.keys(parts) as Part[]).map((each) => ({ value: each, text: t(`part.${each}`) }))}
        onPick={(picked) => {
          change({ part: picked === "schedule" ? undefined : picked });
        }}
      />
      <Shown station={station} />
    </StationPage>
  );
}
