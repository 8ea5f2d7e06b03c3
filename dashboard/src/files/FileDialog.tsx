import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Facts } from "../ui/Facts";
import { contentOf } from "./queries";

/** All that is known of a file. */
export function FileDialog({ file, onClose }: { file: Model<"StoredFile">; onClose: () => void }) {
  const { t } = useTranslation("files");
  const format = useFormat();
  return (
    <Dialog title={file.name} onClose={onClose} isWide>
      <div className="flex flex-col gap-4">
        <Facts
          of={[
            [t("kindTitle"), t(`kind.${file.kind}`)],
            [t("version"), file.version],
            [t("ofStation"), file.station],
            [t("size"), format.bytes(file.sizeBytes)],
            [t("note"), file.note],
            [t("verbs:by"), file.uploadedBy],
            [t("uploadedAt"), format.moment(file.uploadedAt)],
            ["MD5", <code key="md5" className="text-xs">{file.md5}</code>],
          ]}
        />
        <Copyable label={t("checksum")} lines={[file.sha256]} isSmall />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("ui:close")}</Button>
          <a
            href={contentOf(file.id)}
            download={file.name}
            className="inline-flex items-center rounded-lg bg-accent px-3.5 py-2 text-sm font-medium text-on-accent hover:opacity-90"
          >
            {t("verbs:download")}
          </a>
        </div>
      </div>
    </Dialog>
  );
}
