import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Ban, Boxes, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { StationLink } from "../sessions/links";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { useAction } from "../ui/useAction";
import { GroupForm } from "./GroupForm";
import { blocksQuery, groupQuery, membersQuery } from "./queries";

/** One group: its stations, and what of them is blocked. */
export function GroupPage() {
  const { t } = useTranslation("groups");
  const params: { id?: string } = useParams({ strict: false });
  const id = Number(params.id);
  const group = useQuery(groupQuery(id));
  return (
    <Page
      title={group.data?.name ?? t("one")}
      isWide
      {...(group.data && { action: <Actions group={group.data} />, ...(group.data.note !== null && { about: group.data.note }) })}
    >
      <Answer of={group}>
        {() => (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Members id={id} />
            <Blocks id={id} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Actions({ group }: { group: Model<"StationGroup"> }) {
  const { t } = useTranslation("groups");
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"change" | "removal">();
  const close = () => {
    setOpen(undefined);
  };
  if (!may("station-group.write")) {
    return null;
  }
  return (
    <>
      <Button onClick={() => { setOpen("removal"); }}>{t("removal.open")}</Button>
      <Button onClick={() => { setOpen("change"); }}>{t("change.open")}</Button>
      {open === "change" && <GroupForm group={group} onClose={close} />}
      {open === "removal" && (
        <Confirm
          title={t("removal.title", { name: group.name })}
          action={t("removal.action")}
          isDanger
          run={async () => {
            await done(api.DELETE("/api/v1/station-groups/{id}", { params: { path: { id: group.id } } }));
            await navigate({ to: "/groups" });
            await client.invalidateQueries({ queryKey: ["groups"] });
          }}
          onClose={close}
        >
          {t("removal.more")}
        </Confirm>
      )}
    </>
  );
}

function Members({ id }: { id: number }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const may = useMay();
  const members = useInfiniteQuery(membersQuery(id));
  const removing = useAction(
    (station: string) => done(api.DELETE("/api/v1/station-groups/{id}/stations/{station}", { params: { path: { id, station } } })),
    t("member.removed"),
    [["groups"]],
  );
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2 className="text-sm font-semibold">{t("stations")}</h2>
      {may("station-group.write") && <AddMember id={id} />}
      <List
        of={members}
        label={t("stations")}
        rowKey={({ identity }) => identity}
        columns={[
          { id: "identity", title: t("identity"), cell: ({ identity }) => <StationLink station={identity} /> },
          { id: "name", title: t("name"), from: "sm", cell: ({ name }) => name ?? format.none },
          ...(may("station-group.write")
            ? [
                {
                  id: "remove",
                  title: t("member.action"),
                  width: "5rem",
                  isNumber: true,
                  cell: ({ identity }: Model<"StationGroupMember">) => (
                    <button type="button" aria-label={t("member.remove", { station: identity })} className="rounded p-1 text-muted hover:text-ink" onClick={() => { removing.mutate(identity); }}>
                      <X className="size-4" aria-hidden="true" />
                    </button>
                  ),
                },
              ]
            : []),
        ]}
        nothing={<Nothing icon={Boxes} title={t("noStations")} />}
      />
    </section>
  );
}

function AddMember({ id }: { id: number }) {
  const { t } = useTranslation("groups");
  const client = useQueryClient();
  const [made, setMade] = useState(0);
  const adding = useMutation({
    mutationFn: (station: string) => done(api.PUT("/api/v1/station-groups/{id}/stations/{station}", { params: { path: { id, station } } })),
    onSuccess: async () => {
      setMade(made + 1); // the field is empty again
      await client.invalidateQueries({ queryKey: ["groups"] });
    },
  });
  return (
    <Form
      key={made}
      error={adding.error}
      fields={["station"]}
      onSend={(value) => {
        adding.mutate(value("station").trim());
      }}
      buttons={null}
    >
      <div className="grid grid-cols-[1fr_auto] items-start gap-2">
        <Field name="station" label={t("member.station")} required autoComplete="off" spellCheck={false} />
        <Button type="submit" className="mt-[1.6rem]" disabled={adding.isPending}>
          {t("member.add")}
        </Button>
      </div>
    </Form>
  );
}

function Blocks({ id }: { id: number }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const may = useMay();
  const blocks = useInfiniteQuery({ ...blocksQuery(id), enabled: may("station.read") });
  if (!may("station.read")) {
    return null;
  }
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2 className="text-sm font-semibold">{t("blocks.title")}</h2>
      <List
        of={blocks}
        label={t("blocks.title")}
        rowKey={({ station, evse, connector }) => `${station} ${evse} ${connector}`}
        columns={[
          { id: "station", title: t("identity"), cell: ({ station }) => <StationLink station={station} /> },
          { id: "place", title: t("blocks.place"), width: "5rem", cell: ({ evse, connector }) => (evse === 0 ? t("blocks.all") : connector === 0 ? evse : `${evse}.${connector}`) },
          { id: "reason", title: t("blocks.reason"), cell: ({ reason }) => <span title={reason}>{reason}</span> },
          { id: "by", title: t("blocks.by"), from: "sm", cell: ({ blockedBy }) => blockedBy },
          { id: "until", title: t("blocks.until"), width: "7rem", from: "sm", cell: ({ until }) => (until === null ? format.none : <Ago at={until} />) },
        ]}
        nothing={<Nothing icon={Ban} title={t("blocks.nothing")} />}
      />
    </section>
  );
}
