import { useTranslation } from "react-i18next";
import { Page } from "../ui/Page";
import { CommandTable } from "./CommandTable";
import { CommandTabs } from "./CommandTabs";

/** What was sent to stations, by people and by rules of the server. */
export function CommandsPage() {
  const { t } = useTranslation("commands");
  return (
    <Page title={t("navigation")} isWide>
      <CommandTabs />
      <CommandTable />
    </Page>
  );
}
