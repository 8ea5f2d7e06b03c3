import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";

/** What the three parts of the page share. */
export function Frame({ action, children }: { action?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("authority");
  const may = useMay();
  return (
    <Page title={t("navigation")} about={t("about")} isWide action={action}>
      <Tabs
        label={t("parts")}
        tabs={[
          { name: t("issued"), to: "/certificates" },
          { name: t("installed"), to: "/certificates/installed" },
          ...(may("authority.read") ? [{ name: t("authorities"), to: "/certificates/authorities" }] : []),
        ]}
      />
      {children}
    </Page>
  );
}
