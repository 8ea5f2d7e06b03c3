import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Ban, Ellipsis, KeyRound, MessageSquare, Pencil, RotateCcw, Trash2, Unlock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done } from "../api/client";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Menu, MenuItem } from "../ui/Menu";
import { useAction } from "../ui/useAction";
import { BlockDialog } from "./BlockDialog";
import { blocksQuery } from "./queries";
import { PasswordDialog } from "./PasswordDialog";
import { ResetDialog } from "./ResetDialog";
import type { StationRow } from "./row";
import { StationForm } from "./StationForm";
import { TriggerDialog } from "./TriggerDialog";

type Task = "reset" | "trigger" | "block" | "password" | "edit" | "remove";

/** What can be done with a station as a whole, by whoever may. */
export function StationActions({ station }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const { identity } = station;
  const [task, setTask] = useState<Task>();
  const blocks = useQuery(blocksQuery(identity)).data ?? [];
  const isBlocked = blocks.some(({ evse, connector, liftedAt }) => evse === 0 && connector === 0 && liftedAt === null);
  const params = { path: { station: identity } };
  const unblock = useAction(() => done(api.DELETE("/api/v1/stations/{station}/block", { params })), t("block.lifted"), [["stations"]]);
  const pick = (picked: Task) => () => {
    setTask(picked);
  };
  const mayAny = ["station.command", "connector.block", "station.password", "station.write"].some(may);
  return (
    <>
      {may("station.command") && (
        <Button onClick={pick("reset")}>
          <RotateCcw className="size-4" aria-hidden="true" />
          {t("bulk.reset")} …
        </Button>
      )}
      {mayAny && (
        <Menu
          button={
            <Button aria-label={t("actions")}>
              <Ellipsis className="size-4" aria-hidden="true" />
            </Button>
          }
        >
          {may("station.command") && (
            <MenuItem onPick={pick("trigger")}>
              <MessageSquare className="size-4" aria-hidden="true" />
              {t("bulk.trigger")} …
            </MenuItem>
          )}
          {may("connector.block") &&
            (isBlocked ? (
              <MenuItem onPick={() => { unblock.mutate(); }}>
                <Unlock className="size-4" aria-hidden="true" />
                {t("block.lift")}
              </MenuItem>
            ) : (
              <MenuItem onPick={pick("block")}>
                <Ban className="size-4" aria-hidden="true" />
                {t("block.station")} …
              </MenuItem>
            ))}
          {may("station.password") && (
            <MenuItem onPick={pick("password")}>
              <KeyRound className="size-4" aria-hidden="true" />
              {t("password.title")} …
            </MenuItem>
          )}
          {may("station.write") && (
            <>
              <MenuItem onPick={pick("edit")}>
                <Pencil className="size-4" aria-hidden="true" />
                {t("edit")} …
              </MenuItem>
              <MenuItem isDanger onPick={pick("remove")}>
                <Trash2 className="size-4" aria-hidden="true" />
                {t("remove")} …
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      {task !== undefined && <TaskDialog task={task} station={station} onClose={() => { setTask(undefined); }} />}
    </>
  );
}

function TaskDialog({ task, station, onClose }: { task: Task; station: StationRow; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const client = useQueryClient();
  const navigate = useNavigate();
  const { identity } = station;
  switch (task) {
    case "reset":
      return <ResetDialog station={station} onClose={onClose} />;
    case "trigger":
      return <TriggerDialog station={identity} onClose={onClose} />;
    case "block":
      return <BlockDialog place={{ station: identity }} onClose={onClose} />;
    case "password":
      return <PasswordDialog station={station} onClose={onClose} />;
    case "edit":
      return <StationForm station={station} onClose={onClose} />;
    case "remove":
      return (
        <Confirm
          title={t("removeOf", { station: identity })}
          action={t("remove")}
          isDanger
          onClose={onClose}
          run={async () => {
            await done(api.DELETE("/api/v1/stations/{station}", { params: { path: { station: identity } } }));
            await navigate({ to: "/stations" });
            await client.invalidateQueries({ queryKey: ["stations", "list"] });
          }}
        >
          {t("removeMore")}
        </Confirm>
      );
  }
}
