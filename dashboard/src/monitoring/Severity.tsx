import { useTranslation } from "react-i18next";
import { Status } from "../ui/Status";
import { severityStanding } from "./words";

/** How grave something is. @param value 0 to 9; undefined: not known */
export function Severity({ value }: { value: number | undefined }) {
  const { t } = useTranslation("monitoring");
  return (
    <span title={value === undefined ? undefined : String(value)}>
      <Status standing={severityStanding(value)}>{value === undefined ? t("severityUnknown") : t(`severity.${value}`)}</Status>
    </span>
  );
}
