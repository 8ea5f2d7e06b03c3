import { useMutation } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "./Link";
import { RoleField } from "./RoleField";

export function Invite({ onClose }: { onClose: () => void }) {
  const inviting = useMutation({
    mutationFn: (given: { email: string; name?: string; role: string }) =>
      answered(api.POST("/api/v1/users", { body: given })),
  });
  return (
    <Dialog title={inviting.data ? `${inviting.data.user.name} is invited` : "Invite somebody"} onClose={onClose} isHeld={inviting.isSuccess}>
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
          buttons={<Buttons action="Invite" isRunning={inviting.isPending} onCancel={onClose} />}
        >
          <Field name="email" label="E-mail address" type="email" autoComplete="off" autoFocus required maxLength={250} />
          <Field name="name" label="Name" autoComplete="off" maxLength={100} hint="May be left out; they can change it." />
          <RoleField />
        </Form>
      )}
    </Dialog>
  );
}
