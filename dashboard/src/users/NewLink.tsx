import { useMutation } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { Link } from "./Link";

export function NewLink({ user, onClose }: { user: Model<"User">; onClose: () => void }) {
  const making = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/users/{id}/password-link", { params: { path: { id: user.id } } })),
  });
  return (
    <Dialog title={`A link for ${user.name}`} onClose={onClose} isHeld={making.isSuccess}>
      {making.data ? (
        <Link made={making.data} onClose={onClose} />
      ) : (
        <Form
          error={making.error}
          fields={[]}
          onSend={() => {
            making.mutate();
          }}
          buttons={<Buttons action="Make it" isRunning={making.isPending} onCancel={onClose} />}
        >
          <p className="text-sm text-muted">
            By it {user.email} chooses a password. Links from before count no more
            {user.invited ? "." : "; the password that they have counts until then."}
          </p>
        </Form>
      )}
    </Dialog>
  );
}
