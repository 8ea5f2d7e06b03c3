import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Buttons } from "./Buttons";
import { Dialog } from "./Dialog";
import { Form } from "./Form";

interface Props {
  title: string;
  action: string;
  isDanger?: boolean;
  run: () => Promise<unknown>;
  /** It is done, or was not wanted. */
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something is done that others will notice. */
export function Confirm({ title, action, isDanger = false, run, onClose, children }: Props) {
  const doing = useMutation({ mutationFn: run, onSuccess: onClose });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        error={doing.error}
        fields={[]}
        onSend={() => {
          doing.mutate();
        }}
        buttons={<Buttons action={action} isRunning={doing.isPending} isDanger={isDanger} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{children}</p>
      </Form>
    </Dialog>
  );
}
