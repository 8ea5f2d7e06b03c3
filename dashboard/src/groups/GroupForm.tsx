import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";

interface Props {
  /** That is changed; left out, a new one is made. */
  group?: Model<"StationGroup">;
  onClose: () => void;
  onDone?: (group: Model<"StationGroup">) => void;
}

export function GroupForm({ group, onClose, onDone }: Props) {
  const { t } = useTranslation("groups");
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"StationGroupBody">) =>
      answered(
        group === undefined
          ? api.POST("/api/v1/station-groups", { body })
          : api.PATCH("/api/v1/station-groups/{id}", { params: { path: { id: group.id } }, body }),
      ),
    onSuccess: async (saved) => {
      onClose();
      onDone?.(saved);
      await client.invalidateQueries({ queryKey: ["groups"] });
    },
  });
  return (
    <Dialog title={group === undefined ? t("newTitle") : t("change.title", { name: group.name })} onClose={onClose}>
      <Form
        error={saving.error}
        fields={["name", "note"]}
        onSend={(value) => {
          saving.mutate({ name: value("name").trim(), note: value("note").trim() || null });
        }}
        buttons={<Buttons action={t(group === undefined ? "make" : "change.action")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        <Field name="name" label={t("name")} defaultValue={group?.name} required autoFocus autoComplete="off" />
        <Field name="note" label={t("note")} defaultValue={group?.note ?? ""} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
