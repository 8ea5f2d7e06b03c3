import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { stationQuery } from "../stations/queries";
import { StationPage } from "../stations/StationPage";
import { useStation } from "../stations/useStation";
import { Button } from "../ui/Button";
import { CommandTable } from "./CommandTable";
import { SendDialog } from "./SendDialog";

/** What a station was told and what it said, and the way to tell it anything. */
export function StationCommandsPage() {
  const { t } = useTranslation("commands");
  const station = useStation();
  const may = useMay();
  const version = useQuery(stationQuery(station)).data?.ocppVersion ?? null;
  const [isSending, setSending] = useState(false);
  return (
    <StationPage station={station}>
      {may("station.command") && may("catalogue.read") && (
        <div className="flex flex-wrap items-center gap-3">
          <Button look="primary" disabled={version === null} onClick={() => { setSending(true); }}>
            <Send className="size-4" aria-hidden="true" />
            {t("send.title")} …
          </Button>
          {version === null && <span className="text-sm text-muted">{t("send.noVersion")}</span>}
        </div>
      )}
      <CommandTable station={station} />
      {isSending && version !== null && <SendDialog station={station} version={version} onClose={() => { setSending(false); }} />}
    </StationPage>
  );
}
