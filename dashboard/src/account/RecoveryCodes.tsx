import { Button } from "../ui/Button";
import { Copyable } from "../ui/Copyable";

/** Codes for whoever has lost the app; never shown again. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        Should the app be lost, each of these lets you in once in its place. They are shown this once: keep them where your
        password is not.
      </p>
      <Copyable lines={codes} label="Recovery codes" />
      <Button look="primary" className="self-end" onClick={onClose}>
        I have kept them
      </Button>
    </div>
  );
}
