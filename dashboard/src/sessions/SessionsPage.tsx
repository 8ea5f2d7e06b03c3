import { useTranslation } from "react-i18next";
import { Page } from "../ui/Page";
import { SessionList } from "./SessionList";

/** What charges and what has charged. */
export function SessionsPage() {
  const { t } = useTranslation("sessions");
  return (
    <Page title={t("navigation")} isWide>
      <SessionList />
    </Page>
  );
}
