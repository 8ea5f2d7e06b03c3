import { useMutation } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { RoleField } from "./RoleField";

export function ChangeRole({ user, onClose }: { user: Model<"User">; onClose: () => void }) {
  const changing = useMutation({
    mutationFn: (role: string) =>
      answered(api.PATCH("/api/v1/users/{id}", { params: { path: { id: user.id } }, body: { role } })),
    onSuccess: onClose,
  });
  return (
    <Dialog title={`Role of ${user.name}`} onClose={onClose}>
      <Form
        error={changing.error}
        fields={["role"]}
        onSend={(value) => {
          changing.mutate(value("role"));
        }}
        buttons={<Buttons action="Change" isRunning={changing.isPending} onCancel={onClose} />}
      >
        <RoleField now={user.role} />
        <p className="text-sm text-muted">It counts at once, also where they are signed in.</p>
      </Form>
    </Dialog>
  );
}
