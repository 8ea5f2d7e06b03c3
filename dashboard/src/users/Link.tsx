import type { Model } from "../api/client";
import { Button } from "../ui/Button";
import { Copyable } from "../ui/Copyable";
import { moment } from "../ui/moment";

/** A link by which somebody chooses a password; never shown again. */
export function Link({ made, onClose }: { made: Model<"InvitedUser">; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        Give this link to {made.user.email} on a way that nobody else reads. It counts once, until {moment(made.linkExpiresAt)},
        and is shown this once.
      </p>
      <Copyable lines={[made.link]} label="Link" />
      <Button look="primary" className="self-end" onClick={onClose}>
        I have it
      </Button>
    </div>
  );
}
