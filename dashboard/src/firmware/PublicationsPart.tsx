import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { useVerb } from "../verbs/useVerb";
import { OnlyTwo } from "../verbs/version";
import { ImageFields } from "./OrderFields";
import { imageOf } from "./order";
import { publicationsQuery } from "./queries";
import { taskStandings } from "./words";

/** Firmware that a local controller hands on to the stations behind it. */
export function PublicationsPart({ station }: { station: string }) {
  const { t } = useTranslation("firmware");
  const may = useMay();
  const [isPublishing, setPublishing] = useState(false);
  const publications = useInfiniteQuery(publicationsQuery(station));
  const withdrawing = useVerb(
    (id: number) => answered(api.POST("/api/v1/stations/{station}/firmware-publications/{id}/unpublish", { params: { path: { station, id } } })),
    [["firmware", "publications", station]],
  );
  return (
    <OnlyTwo station={station}>
      {may("firmware.write") && (
        <Button
          look="primary"
          className="self-start"
          onClick={() => {
            setPublishing(true);
          }}
        >
          <Share2 className="size-4" aria-hidden="true" />
          {t("publish")}
        </Button>
      )}
      <List
        of={publications}
        label={t("part.publications")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "at", title: t("ordered"), width: "8rem", cell: ({ createdAt }) => <Ago at={createdAt} /> },
          {
            id: "state",
            title: t("verbs:state"),
            cell: ({ state, status, reason }) => (
              <span title={[status, reason].filter(Boolean).join(": ")}>
                <Status standing={taskStandings[state]}>{t(`status.${state}`)}</Status>
              </span>
            ),
          },
          { id: "location", title: t("from"), width: "1.5fr", from: "md", cell: ({ location }) => <span title={location}>{location}</span> },
          { id: "md5", title: t("md5"), from: "lg", cell: ({ checksum }) => <code className="text-xs text-muted">{checksum}</code> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: ({ id, state }) =>
              may("firmware.write") &&
              state === "published" && (
                <RowMenu label={t("verbs:more", { what: id })}>
                  <MenuItem
                    onPick={() => {
                      withdrawing.mutate(id);
                    }}
                  >
                    {t("unpublish")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={Share2} title={t("noPublications")}>
            {t("noPublicationsMore")}
          </Nothing>
        }
      />
      {isPublishing && (
        <Publish
          station={station}
          onClose={() => {
            setPublishing(false);
          }}
        />
      )}
    </OnlyTwo>
  );
}

function Publish({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("firmware");
  const client = useQueryClient();
  const publishing = useMutation({
    mutationFn: (body: Model<"FirmwarePublicationOrder">) =>
      answered(api.POST("/api/v1/stations/{station}/firmware-publications", { params: { path: { station } }, body })),
    onSuccess: async ({ state, reason }) => {
      notify(state === "refused" || state === "failed" ? "warn" : "good", t(`status.${state}`), reason ?? undefined);
      onClose();
      await client.invalidateQueries({ queryKey: ["firmware", "publications", station] });
    },
  });
  return (
    <Dialog title={t("publish")} onClose={onClose}>
      <Form
        error={publishing.error}
        fields={["file", "location", "checksum"]}
        onSend={(value) => {
          const checksum = value("checksum").trim();
          publishing.mutate({ ...imageOf(value), ...(checksum !== "" && { checksum }) });
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={publishing.isPending} onCancel={onClose} />}
      >
        <ImageFields />
        <Field name="checksum" label={t("md5")} hint={t("md5Hint")} maxLength={32} spellCheck={false} />
      </Form>
    </Dialog>
  );
}
