import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, done } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { PasswordField } from "../ui/PasswordField";
import { RecoveryCodes } from "./RecoveryCodes";

interface Props {
  onClose: () => void;
}

export function NewRecoveryCodes({ onClose }: Props) {
  const { t } = useTranslation("account");
  const making = useMutation({
    mutationFn: (currentPassword: string) =>
      answered(api.POST("/api/v1/me/recovery-codes", { body: { currentPassword } })),
  });
  return (
    <Dialog title={t("codes.newTitle")} onClose={onClose} isHeld={making.isSuccess}>
      {making.data ? (
        <RecoveryCodes codes={making.data.codes} onClose={onClose} />
      ) : (
        <Form
          error={making.error}
          fields={["currentPassword"]}
          onSend={(value) => {
            making.mutate(value("currentPassword"));
          }}
          buttons={<Buttons action={t("codes.make")} isRunning={making.isPending} onCancel={onClose} />}
        >
          <p className="text-sm text-muted">{t("codes.newMore")}</p>
          <PasswordField name="currentPassword" label={t("password.yours")} autoComplete="current-password" autoFocus />
        </Form>
      )}
    </Dialog>
  );
}

export function RemoveSecondFactor({ onClose }: Props) {
  const { t } = useTranslation("account");
  const removing = useMutation({
    mutationFn: (currentPassword: string) =>
      done(api.POST("/api/v1/me/second-factor/removal", { body: { currentPassword } })),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t("factor.offTitle")} onClose={onClose}>
      <Form
        error={removing.error}
        fields={["currentPassword"]}
        onSend={(value) => {
          removing.mutate(value("currentPassword"));
        }}
        buttons={<Buttons action={t("factor.offAction")} isDanger isRunning={removing.isPending} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{t("factor.offMore")}</p>
        <PasswordField name="currentPassword" label={t("password.yours")} autoComplete="current-password" autoFocus />
      </Form>
    </Dialog>
  );
}
