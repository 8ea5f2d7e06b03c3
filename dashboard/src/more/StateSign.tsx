import { useTranslation } from "react-i18next";
import { Status } from "../ui/Status";
import { standings, type State } from "./words";

/** @param note what else is known of it, on pointing at it */
export function StateSign({ state, note }: { state: State; note?: string | undefined }) {
  const { t } = useTranslation("more");
  return (
    <span title={note}>
      <Status standing={standings[state]}>{t(`status.${state}`)}</Status>
    </span>
  );
}
