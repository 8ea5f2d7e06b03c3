import { useInfiniteQuery } from "@tanstack/react-query";
import { FileDown, Upload } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { RowMenu } from "../ui/RowMenu";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { FileDialog } from "./FileDialog";
import { contentOf, filesQuery } from "./queries";
import { UploadDialog } from "./UploadDialog";

type Task = "upload" | { what: "details" | "deletion"; file: Model<"StoredFile"> };

/** Images of firmware, and what stations have left. */
export function FilesPage() {
  const { t } = useTranslation("files");
  const format = useFormat();
  const may = useMay();
  const [search, change] = useSearchState();
  const [task, setTask] = useState<Task>();
  const files = useInfiniteQuery(filesQuery(search));
  const close = () => {
    setTask(undefined);
  };
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      isWide
      action={
        may("file.write") && (
          <Button
            look="primary"
            onClick={() => {
              setTask("upload");
            }}
          >
            <Upload className="size-4" aria-hidden="true" />
            {t("upload")}
          </Button>
        )
      }
    >
      <div className="flex flex-wrap gap-2">
        <Narrow
          label={t("kindTitle")}
          value={search.kind ?? ""}
          choices={[
            { value: "", text: t("verbs:all") },
            { value: "firmware", text: t("kind.firmware") },
            { value: "log", text: t("kind.log") },
          ]}
          onPick={(kind) => {
            change({ kind });
          }}
        />
      </div>
      <List
        of={files}
        label={t("navigation")}
        rowKey={({ id }) => String(id)}
        onOpen={(file) => {
          setTask({ what: "details", file });
        }}
        columns={[
          {
            id: "name",
            title: t("file"),
            width: "1.6fr",
            cell: ({ id, name }) => (
              <a href={contentOf(id)} download={name} title={name} className="font-medium hover:underline">
                {name}
              </a>
            ),
          },
          { id: "kind", title: t("kindTitle"), width: "7rem", cell: ({ kind }) => t(`kind.${kind}`) },
          { id: "version", title: t("version"), from: "md", cell: ({ version }) => version ?? format.none },
          { id: "station", title: t("ofStation"), from: "md", cell: ({ station }) => station ?? format.none },
          { id: "size", title: t("size"), width: "6rem", isNumber: true, from: "sm", cell: ({ sizeBytes }) => format.bytes(sizeBytes) },
          { id: "sha256", title: t("checksum"), from: "lg", cell: ({ sha256 }) => <code className="text-xs text-muted">{sha256}</code> },
          { id: "by", title: t("verbs:by"), from: "lg", cell: ({ uploadedBy }) => uploadedBy },
          { id: "at", title: t("uploadedAt"), width: "6.5rem", from: "sm", cell: ({ uploadedAt }) => <Ago at={uploadedAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (file) => (
              <RowMenu label={t("verbs:more", { what: file.name })}>
                <MenuItem
                  onPick={() => {
                    setTask({ what: "details", file });
                  }}
                >
                  {t("details")}
                </MenuItem>
                {may("file.write") && (
                  <MenuItem
                    isDanger
                    onPick={() => {
                      setTask({ what: "deletion", file });
                    }}
                  >
                    {t("delete")}
                  </MenuItem>
                )}
              </RowMenu>
            ),
          },
        ]}
        nothing={
          <Nothing icon={FileDown} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
      {task === "upload" && <UploadDialog onClose={close} />}
      {typeof task === "object" && task.what === "details" && <FileDialog file={task.file} onClose={close} />}
      {typeof task === "object" && task.what === "deletion" && (
        <Confirm
          title={t("deleteTitle", { name: task.file.name })}
          action={t("verbs:remove")}
          isDanger
          run={async () => {
            await done(api.DELETE("/api/v1/files/{id}", { params: { path: { id: task.file.id } } }));
            await files.refetch();
          }}
          onClose={close}
        >
          {t("deleteMore")}
        </Confirm>
      )}
    </Page>
  );
}
