import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { send, sha256Of, type Upload } from "./upload";

interface Props {
  /** It is there. */
  onUploaded?: (file: Model<"StoredFile">) => void;
  onClose: () => void;
}

/** Uploads an image of firmware, and shows how much has left. */
export function UploadDialog({ onUploaded, onClose }: Props) {
  const { t } = useTranslation("files");
  const format = useFormat();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number>();
  const uploading = useMutation({
    mutationFn: async (upload: Upload) => {
      const sha256 = await sha256Of(upload.file);
      return send({ ...upload, ...(sha256 !== undefined && { sha256 }) }, setPercent);
    },
    onSuccess: async (stored) => {
      notify("good", t("uploaded", { name: stored.name }));
      onUploaded?.(stored);
      onClose();
      await client.invalidateQueries({ queryKey: ["files"] });
    },
    onError: () => {
      setPercent(undefined);
    },
  });
  return (
    <Dialog title={t("upload")} onClose={onClose} isHeld={uploading.isPending}>
      <Form
        error={uploading.error}
        fields={["name", "version", "note"]}
        onSend={(value) => {
          const chosen = file.current?.files?.[0];
          if (chosen !== undefined) {
            uploading.mutate({ file: chosen, version: value("version"), note: value("note") });
          }
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={uploading.isPending} onCancel={onClose} />}
      >
        <label className="flex flex-col gap-1.5 text-sm font-medium">
          {t("file")}
          <input ref={file} type="file" required className="text-sm font-normal file:mr-3 file:rounded-lg file:border file:border-line file:bg-surface file:px-3 file:py-1.5 file:text-ink" />
        </label>
        <Field name="version" label={t("version")} hint={t("versionHint")} maxLength={50} />
        <Field name="note" label={t("note")} maxLength={500} />
        {uploading.isPending && (
          <div className="flex flex-col gap-1.5 text-sm text-muted">
            <progress value={percent ?? 0} max={100} aria-label={t("upload")} className="h-2 w-full accent-[var(--accent)]" />
            <span aria-live="polite">{percent === undefined ? t("checking") : t("sending", { percent: format.percent(percent) })}</span>
          </div>
        )}
      </Form>
    </Dialog>
  );
}
