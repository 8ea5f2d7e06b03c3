import { queryOptions, useQuery } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Nothing } from "../ui/Nothing";

const versionQuery = (station: string) =>
  queryOptions({
    queryKey: ["station-version", station],
    queryFn: async ({ signal }) =>
      (await answered(api.GET("/api/v1/stations/{station}", { params: { path: { station } }, signal }))).ocppVersion,
    staleTime: 60_000,
  });

/** Which OCPP a station speaks; null while it is not known. */
export function useVersion(station: string): string | null {
  return useQuery({ ...versionQuery(station), enabled: station !== "" }).data ?? null;
}

/** What only stations of OCPP 2.x have; of others it says so. */
export function OnlyTwo({ station, children }: { station: string; children: ReactNode }) {
  const { t } = useTranslation("verbs");
  const version = useVersion(station);
  return version === "1.6" ? (
    <Nothing icon={Ban} title={t("onlyTwo")}>
      {t("onlyTwoMore", { version })}
    </Nothing>
  ) : (
    children
  );
}
