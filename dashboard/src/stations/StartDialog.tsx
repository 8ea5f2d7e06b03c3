import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Status, type Standing } from "../ui/Status";
import { tokensQuery } from "./queries";

const standings: Record<Model<"RemoteStartState">, Standing> = {
  queued: "waiting",
  requested: "waiting",
  accepted: "waiting",
  plugged: "waiting",
  started: "good",
  rejected: "bad",
  expired: "bad",
  failed: "bad",
};

const isGoingOn = (state: Model<"RemoteStartState">) => standings[state] === "waiting";

/** Starts charging from here, with a token; then what comes of it, as far as the session. */
export function StartDialog({ station, evse, onClose }: { station: string; evse: number; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const list = useId();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const tokens = useQuery({ ...tokensQuery(wanted), enabled: may("token.read"), placeholderData: (before) => before }).data ?? [];
  const starting = useMutation({
    mutationFn: (token: string) => answered(api.POST("/api/v1/stations/{station}/remote-starts", { params: { path: { station } }, body: { token, evse } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <Dialog title={t("start.of", { place: `${station} · ${t("evse")} ${evse}` })} onClose={onClose}>
      {starting.data ? (
        <Coming first={starting.data} onClose={onClose} />
      ) : (
        <Form
          error={starting.error}
          fields={["token"]}
          onSend={(value) => {
            starting.mutate(value("token").trim());
          }}
          buttons={<Buttons action={t("start.title")} isRunning={starting.isPending} onCancel={onClose} />}
        >
          <Field
            name="token"
            label={t("start.token")}
            hint={t("start.tokenHint")}
            required
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={255}
            list={list}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <datalist id={list}>
            {tokens
              .filter(({ blocked }) => !blocked)
              .map(({ id, value, note, type }) => (
                <option key={id} value={value}>
                  {note ?? type}
                </option>
              ))}
          </datalist>
        </Form>
      )}
    </Dialog>
  );
}

function Coming({ first, onClose }: { first: Model<"RemoteStart">; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const now =
    useQuery({
      queryKey: ["remote-starts", first.id],
      queryFn: ({ signal }) => answered(api.GET("/api/v1/remote-starts/{id}", { params: { path: { id: first.id } }, signal })),
      enabled: may("session.read"),
      // Events tell of it; this is for a stream that does not stand.
      refetchInterval: ({ state }) => (state.data !== undefined && !isGoingOn(state.data.state) ? false : 10_000),
    }).data ?? first;
  return (
    <div className="flex flex-col gap-4 text-sm" aria-live="polite">
      <Status standing={standings[now.state]}>{t(`start.state.${now.state}`)}</Status>
      {now.note !== undefined && <p className="text-muted">{now.note}</p>}
      {now.session !== undefined && (
        <p>
          {t("session")} #{now.session}
        </p>
      )}
      <Button look="primary" className="self-end" onClick={onClose}>
        {t("ui:close")}
      </Button>
    </div>
  );
}
