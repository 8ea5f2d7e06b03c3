import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Landmark, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { notifyFailure } from "../verbs/notifyFailure";
import { Frame } from "./Frame";
import { NewAuthority } from "./NewAuthority";
import { authoritiesQuery } from "./queries";

type Authority = Model<"Authority">;
type Task = { kind: "new" } | { kind: "show" | "remove"; of: Authority };

/** Who signs for stations, and who is believed. */
export function AuthoritiesPage() {
  const { t } = useTranslation("authority");
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [task, setTask] = useState<Task>();
  const again = () => client.invalidateQueries({ queryKey: ["authority", "authorities"] });
  const taking = useMutation({
    mutationFn: (id: number) => answered(api.PATCH("/api/v1/authorities/{id}", { params: { path: { id } }, body: { issuing: true } })),
    onSuccess: again,
    onError: notifyFailure,
  });
  const close = () => {
    setTask(undefined);
    void again();
  };
  const mayWrite = may("authority.write");
  return (
    <Frame
      action={
        mayWrite && (
          <Button
            look="primary"
            onClick={() => {
              setTask({ kind: "new" });
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("newAuthority")}
          </Button>
        )
      }
    >
      <List
        of={useInfiniteQuery(authoritiesQuery)}
        label={t("authorities")}
        rowKey={({ id }) => String(id)}
        onOpen={(of) => {
          setTask({ kind: "show", of });
        }}
        columns={[
          { id: "name", title: t("name"), width: "1.2fr", cell: ({ name }) => <span className="font-medium">{name}</span> },
          { id: "kind", title: t("kindTitle"), cell: ({ kind }) => t(`kind.${kind}`) },
          { id: "purpose", title: t("purposeTitle"), width: "8rem", from: "sm", cell: ({ purpose }) => t(`purpose.${purpose}`) },
          {
            id: "state",
            title: t("stateTitle"),
            width: "10rem",
            from: "sm",
            cell: ({ issuing }) => <Status standing={issuing ? "good" : "off"}>{issuing ? t("signs") : t("believed")}</Status>,
          },
          { id: "subject", title: t("subject"), width: "1.4fr", from: "lg", cell: ({ subject }) => subject ?? format.none },
          { id: "until", title: t("validUntil"), width: "8rem", from: "md", cell: ({ validUntil }) => format.date(validUntil) },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (one) =>
              mayWrite && (
                <RowMenu label={t("verbs:more", { what: one.name })}>
                  {!one.issuing && one.kind !== "trusted" && (
                    <MenuItem
                      onPick={() => {
                        taking.mutate(one.id);
                      }}
                    >
                      {t("take")}
                    </MenuItem>
                  )}
                  <MenuItem
                    isDanger
                    onPick={() => {
                      setTask({ kind: "remove", of: one });
                    }}
                  >
                    {t("remove")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={Landmark} title={t("nothingAuthorities")}>
            {t("nothingAuthoritiesMore")}
          </Nothing>
        }
      />
      {task?.kind === "new" && <NewAuthority onClose={close} />}
      {task?.kind === "show" && (
        <Dialog title={task.of.name} onClose={close} isWide>
          <Copyable label={t("pem")} lines={[task.of.certificate ?? format.none]} isSmall />
        </Dialog>
      )}
      {task?.kind === "remove" && (
        <Confirm
          title={`${t("remove")} ${task.of.name}`}
          action={t("remove")}
          isDanger
          run={() => answered(api.DELETE("/api/v1/authorities/{id}", { params: { path: { id: task.of.id } } }))}
          onClose={close}
        >
          {t("removeMore")}
        </Confirm>
      )}
    </Frame>
  );
}
