import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { features } from "../shell/feature";
import { useMay } from "../signin/me";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";

const all = features.flatMap((feature) => feature.stationTabs ?? []).sort((one, other) => one.order - other.order);

/** The frame of all pages of a station: which it is, how it stands, and its parts. */
export function StationPage({ station, children }: { station: string; children: ReactNode }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const tabs = all.filter(({ needs }) => needs === undefined || may(needs));
  return (
    <Page title={station} isWide>
      <Tabs label={t("parts")} tabs={tabs.map(({ path, text }) => ({ name: t(text), to: path, params: { station } }))} />
      {children}
    </Page>
  );
}
