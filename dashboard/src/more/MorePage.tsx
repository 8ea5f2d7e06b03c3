import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { Parts } from "../ui/Parts";
import { useSearchState } from "../ui/useSearchState";
import { useStation } from "../stations/useStation";
import { useVersion } from "../verbs/version";
import { CustomersPart } from "./CustomersPart";
import { DerPart } from "./DerPart";
import { ResetsPart } from "./ResetsPart";
import { StartsPart } from "./StartsPart";
import { SwapsPart } from "./SwapsPart";
import { TariffsPart } from "./TariffsPart";
import { TransfersPart } from "./TransfersPart";

/** Each with its permission, and the first version of OCPP that has it. */
const parts = {
  starts: { Shown: StartsPart, needs: "session.read", since: "1.6" },
  resets: { Shown: ResetsPart, needs: "station.read", since: "1.6" },
  transfers: { Shown: TransfersPart, needs: "data-transfer.read", since: "1.6" },
  customers: { Shown: CustomersPart, needs: "customer-information.read", since: "2.0.1" },
  tariffs: { Shown: TariffsPart, needs: "station-tariff.read", since: "2.1" },
  der: { Shown: DerPart, needs: "der-control.read", since: "2.1" },
  swaps: { Shown: SwapsPart, needs: "battery-swap.read", since: "2.1" },
} as const;

type Part = keyof typeof parts;

/** What of a station is rarely looked at. */
export function MorePage() {
  const station = useStation();
  const { t } = useTranslation("more");
  const may = useMay();
  const version = useVersion(station);
  const [search, change] = useSearchState();
  const offered = (Object.keys(parts) as Part[]).filter((each) => may(parts[each].needs) && (version === null || parts[each].since <= version));
  const part = offered.find((each) => each === search.part) ?? offered[0];
  if (part === undefined) {
    return <StationPage station={station}>{null}</StationPage>;
  }
  const { Shown } = parts[part];
  return (
    <StationPage station={station}>
      <Parts
        label={t("parts")}
        value={part}
        parts={offered.map((each) => ({ value: each, text: t(`part.${each}`) }))}
        onPick={(picked) => {
          change({ part: picked });
        }}
      />
      <Shown station={station} />
    </StationPage>
  );
}
