import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Select, TextArea } from "../ui/Select";
import { groupsQuery } from "./queries";

const uses = ["csmsRoot", "manufacturerRoot", "v2gRoot", "moRoot", "oemRoot"] as const;

/** A root certificate that all stations of a group are to trust; those that are away get it within a week. */
export function GroupInstall({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("authority");
  const groups = useQuery(groupsQuery).data ?? [];
  const installing = useMutation({
    mutationFn: ({ id, ...body }: Model<"GroupCertificateBody"> & { id: number }) =>
      answered(api.POST("/api/v1/station-groups/{id}/certificates", { params: { path: { id } }, body })),
    onSuccess: ({ bulkCommand }) => {
      notify("good", t("groupBegun", { id: bulkCommand }));
      onClose();
    },
  });
  return (
    <Dialog title={t("groupInstall")} onClose={onClose} isWide>
      <Form
        error={installing.error}
        fields={["use", "certificate"]}
        onSend={(value) => {
          installing.mutate({ id: Number(value("group")), use: value("use"), certificate: value("certificate"), ttl: "7d" });
        }}
        buttons={<Buttons action={t("groupAction")} isRunning={installing.isPending} onCancel={onClose} />}
      >
        <Select name="group" label={t("group")} choices={groups.map(({ id, name }) => ({ value: String(id), text: name }))} />
        <Select name="use" label={t("useTitle")} choices={uses.map((each) => ({ value: each, text: t(`certificates:use.${each}`) }))} />
        <TextArea
          name="certificate"
          label={t("pem")}
          rows={12}
          required
          spellCheck={false}
          placeholder="-----BEGIN CERTIFICATE-----"
          className="font-mono !text-xs"
        />
      </Form>
    </Dialog>
  );
}
