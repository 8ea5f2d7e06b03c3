import { Ban, CircleOff, Ellipsis, LockOpen, Power, Square, Unlock, Zap } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { standingOf } from "../commands/outcome";
import { useMay } from "../signin/me";
import { Confirm } from "../ui/Confirm";
import { Menu, MenuItem } from "../ui/Menu";
import { notify } from "../ui/notices";
import { useAction } from "../ui/useAction";
import { useTold } from "../ui/useTold";
import { BlockDialog } from "./BlockDialog";
import { blockStandings, nameOf, unblock } from "./place";
import { StartDialog } from "./StartDialog";

interface Props {
  station: string;
  connector: Model<"Connector">;
  session: Model<"Session"> | undefined;
}

const stale = [["stations"], ["sessions"]];

/** What can be done at a connector, by whoever may; what came of it is said in the corner. */
export function ConnectorActions({ station, connector: { evse, connector, status, block }, session }: Props) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const [task, setTask] = useState<"start" | "stop" | "block">();
  const place = { station, evse, connector };
  const name = nameOf(place, t("evse"));
  const unlock = useTold(async () => {
    const said = await answered(api.POST("/api/v1/stations/{station}/evses/{evse}/unlock", { params: { path: { station, evse } }, body: { connector } }));
    const word = said.outcome === undefined ? t(`commands:state.${said.state}`) : (said.status ?? t(`commands:outcome.${said.outcome}`));
    return { standing: standingOf(said.state, said.outcome, said.status), text: t("unlocked", { place: name, what: word }), ...(said.text !== undefined && { more: said.text }) };
  }, stale);
  const serve = useTold(async (operative: boolean) => {
    const { result } = await answered(api.PUT("/api/v1/stations/{station}/availability", { params: { path: { station } }, body: { operative, evse, connector } }));
    return { standing: blockStandings[result], text: `${name}: ${operative ? t("inService") : t("outOfService")}`, more: t(`block.result.${result}`) };
  }, stale);
  const lift = useAction(() => unblock(station, block?.evse ?? evse, block?.connector ?? connector), t("block.lifted"), stale);
  if (evse === 0 || !["session.start", "session.stop", "station.command", "connector.block"].some(may)) {
    return null;
  }
  const pick = (picked: "start" | "stop" | "block") => () => {
    setTask(picked);
  };
  return (
    <>
      <Menu
        button={
          <button type="button" aria-label={t("actionsOf", { place: name })} className="rounded-lg p-1.5 text-muted hover:bg-raised hover:text-ink data-[state=open]:bg-raised">
            <Ellipsis className="size-4" aria-hidden="true" />
          </button>
        }
      >
        {session === undefined && may("session.start") && (
          <MenuItem onPick={pick("start")}>
            <Zap className="size-4" aria-hidden="true" />
            {t("start.title")} …
          </MenuItem>
        )}
        {session !== undefined && may("session.stop") && (
          <MenuItem onPick={pick("stop")}>
            <Square className="size-4" aria-hidden="true" />
            {t("stop.title")} …
          </MenuItem>
        )}
        {may("station.command") && (
          <MenuItem onPick={() => { unlock.mutate(); }}>
            <LockOpen className="size-4" aria-hidden="true" />
            {t("unlock")}
          </MenuItem>
        )}
        {may("connector.block") &&
          (block === null ? (
            <>
              <MenuItem onPick={() => { serve.mutate(false); }}>
                <CircleOff className="size-4" aria-hidden="true" />
                {t("toOutOfService")}
              </MenuItem>
              <MenuItem onPick={pick("block")}>
                <Ban className="size-4" aria-hidden="true" />
                {t("block.action")} …
              </MenuItem>
            </>
          ) : (
            <MenuItem onPick={() => { lift.mutate(); }}>
              <Unlock className="size-4" aria-hidden="true" />
              {t("block.lift")}
            </MenuItem>
          ))}
        {may("connector.block") && block === null && status === "unavailable" && (
          <MenuItem onPick={() => { serve.mutate(true); }}>
            <Power className="size-4" aria-hidden="true" />
            {t("toInService")}
          </MenuItem>
        )}
      </Menu>
      {task === "start" && <StartDialog station={station} evse={evse} onClose={() => { setTask(undefined); }} />}
      {task === "block" && <BlockDialog place={place} onClose={() => { setTask(undefined); }} />}
      {task === "stop" && session !== undefined && <StopSession session={session} onClose={() => { setTask(undefined); }} />}
    </>
  );
}

function StopSession({ session, onClose }: { session: Model<"Session">; onClose: () => void }) {
  const { t } = useTranslation("stations");
  return (
    <Confirm
      title={t("stop.of", { session: session.id })}
      action={t("stop.title")}
      isDanger
      onClose={onClose}
      run={async () => {
        const { accepted, over, outcome, errorText } = await answered(api.POST("/api/v1/sessions/{id}/stop", { params: { path: { id: session.id } } }));
        if (accepted || over) {
          notify("good", accepted ? t("stop.accepted") : t("stop.over"));
        } else {
          notify("warn", t("stop.notAccepted"), errorText ?? (outcome === undefined ? undefined : t(`commands:outcome.${outcome}`)));
        }
      }}
    >
      {t("stop.more")}
    </Confirm>
  );
}
