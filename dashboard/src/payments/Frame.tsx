import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";

/** What the two parts of the page share. */
export function Frame({ action, children }: { action?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("payments");
  const may = useMay();
  return (
    <Page title={t("navigation")} about={t("about")} isWide action={action}>
      <Tabs
        label={t("parts")}
        tabs={[
          { name: t("navigation"), to: "/payments" },
          ...(may("payment-gateway.read") ? [{ name: t("gateways"), to: "/payments/gateways" }] : []),
        ]}
      />
      {children}
    </Page>
  );
}
