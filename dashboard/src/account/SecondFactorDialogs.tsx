import { useMutation } from "@tanstack/react-query";
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
  const making = useMutation({
    mutationFn: (currentPassword: string) =>
      answered(api.POST("/api/v1/me/recovery-codes", { body: { currentPassword } })),
  });
  return (
    <Dialog title="New recovery codes" onClose={onClose} isHeld={making.isSuccess}>
      {making.data ? (
        <RecoveryCodes codes={making.data.codes} onClose={onClose} />
      ) : (
        <Form
          error={making.error}
          fields={["currentPassword"]}
          onSend={(value) => {
            making.mutate(value("currentPassword"));
          }}
          buttons={<Buttons action="Make them" isRunning={making.isPending} onCancel={onClose} />}
        >
          <p className="text-sm text-muted">Those that you have count no more then.</p>
          <PasswordField name="currentPassword" label="Your password" autoComplete="current-password" autoFocus />
        </Form>
      )}
    </Dialog>
  );
}

export function RemoveSecondFactor({ onClose }: Props) {
  const removing = useMutation({
    mutationFn: (currentPassword: string) =>
      done(api.POST("/api/v1/me/second-factor/removal", { body: { currentPassword } })),
    onSuccess: onClose,
  });
  return (
    <Dialog title="Switch the second factor off" onClose={onClose}>
      <Form
        error={removing.error}
        fields={["currentPassword"]}
        onSend={(value) => {
          removing.mutate(value("currentPassword"));
        }}
        buttons={<Buttons action="Switch off" isDanger isRunning={removing.isPending} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">From then on the password alone lets you in, and whoever has learned it.</p>
        <PasswordField name="currentPassword" label="Your password" autoComplete="current-password" autoFocus />
      </Form>
    </Dialog>
  );
}
