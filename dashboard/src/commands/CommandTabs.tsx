import { useTranslation } from "react-i18next";
import { Tabs } from "../ui/Tabs";

export function CommandTabs() {
  const { t } = useTranslation("commands");
  return (
    <Tabs
      label={t("parts")}
      tabs={[
        { name: t("single"), to: "/commands" },
        { name: t("many"), to: "/commands/bulk" },
      ]}
    />
  );
}
