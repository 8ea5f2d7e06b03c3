import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "./Link";
import { RoleField } from "./RoleField";

export function Invite({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("users");
  const inviting = useMutation({
    mutationFn: (given: { email: string; name?: string; role: string }) =>
      answered(api.POST("/api/v1/users", { body: given })),
  });
  return (
    <Dialog title={inviting.data ? t("invite.done", { name: inviting.data.user.name }) : t("invite.title")} onClose={onClose} isHeld={inviting.isSuccess}>
      {inviting.data ? (
        <Link made={inviting.data} onClose={onClose} />
      ) : (
        <Form
          error={inviting.error}
          fields={["email", "name", "role"]}
          onSend={(value) => {
            const name = value("name").trim();
            inviting.mutate({ email: value("email").trim(), role: value("role"), ...(name !== "" && { name }) });
          }}
          buttons={<Buttons action={t("invite.action")} isRunning={inviting.isPending} onCancel={onClose} />}
        >
          <Field name="email" label={t("email")} type="email" autoComplete="off" autoFocus required maxLength={250} />
          <Field name="name" label={t("name")} autoComplete="off" maxLength={100} hint={t("invite.nameHint")} />
          <RoleField />
        </Form>
      )}
    </Dialog>
  );
}
