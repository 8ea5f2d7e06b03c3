import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { features } from "../shell/feature";
import { useMay } from "../signin/me";
import { Failed } from "../ui/Answer";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";
import { stationQuery } from "./queries";
import { StationActions } from "./StationActions";
import { StationHeader } from "./StationHeader";

const all = features.flatMap((feature) => feature.stationTabs ?? []).sort((one, other) => one.order - other.order);

/** The frame of all pages of a station: which it is, how it stands, and its parts. */
export function StationPage({ station, children }: { station: string; children: ReactNode }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const tabs = all.filter(({ needs }) => needs === undefined || may(needs));
  const found = useQuery(stationQuery(station));
  const { name } = found.data ?? { name: null };
  return (
    <Page
      title={found.data?.identity ?? station}
      isWide
      {...(name !== null && name !== station && { about: name })}
      {...(found.data && { action: <StationActions station={found.data} /> })}
    >
      {found.data && <StationHeader station={found.data} />}
      {found.data === undefined && found.isError ? (
        <Failed error={found.error} onAgain={() => void found.refetch()} />
      ) : (
        <>
          <Tabs label={t("parts")} tabs={tabs.map(({ path, text }) => ({ name: t(text), to: path, params: { station } }))} />
          {children}
        </>
      )}
    </Page>
  );
}
