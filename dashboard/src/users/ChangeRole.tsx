import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { RoleField } from "./RoleField";

export function ChangeRole({ user, onClose }: { user: Model<"User">; onClose: () => void }) {
  const { t } = useTranslation("users");
  const changing = useMutation({
    mutationFn: (role: string) =>
      answered(api.PATCH("/api/v1/users/{id}", { params: { path: { id: user.id } }, body: { role } })),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t("role.title", { name: user.name })} onClose={onClose}>
      <Form
        error={changing.error}
        fields={["role"]}
        onSend={(value) => {
          changing.mutate(value("role"));
        }}
        buttons={<Buttons action={t("role.action")} isRunning={changing.isPending} onCancel={onClose} />}
      >
        <RoleField now={user.role} />
        <p className="text-sm text-muted">{t("role.more")}</p>
      </Form>
    </Dialog>
  );
}
